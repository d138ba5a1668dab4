/** How much of a text is searched, in UTF-16 units: a report says at its beginning where it was. */
const SEARCHED = 10_000

const word = String.raw`\p{Lu}[\p{L}'’.-]{1,30}`
const name = `${word}(?:\\s(?:(?:de|la|le|los|las|am|an der|upon|do|da)\\s)?${word}){0,3}`
const before = '(?:in|à|en|em|a)'
/** What follows a city where it is one: the dates, a nearby town, or the end of that part of the sentence. */
const after = String.raw`(?=,|\.(?:\s|$)|\s(?:near|on|from|between|this|last|vom|von|am|bei|du|le|les|del|dal|van|op|de)\s|\sstatt|\s?\()`
const happened =
  "took place|takes place|was held|is held|were held|happened|fand|stattgefunden|findet|a eu lieu|s’est tenue?|s'est tenue?|tuvo lugar|se celebró|si è tenut[ao]|ha avuto luogo|vond|aconteceu|teve lugar"
const expression = new RegExp(
  `(?:${happened})(?:(?:[^.!?\\n]|(?<=\\d)\\.){0,120}?)\\s${before}\\s(${name})${after}`,
  'u',
)

const titled = new RegExp(`\\s(?:in|à)\\s(${name})$`, 'u')

/** The city with which a title ends: "Our Days at PyCon in Pittsburgh". */
export function placeInTitle(title: string): string {
  return titled.exec(title.slice(-200))?.[1] ?? ''
}

/** The city where a report says that the conference took place; empty if it does not say so clearly. */
export function findPlace(text: string): string {
  const [, found = ''] = expression.exec(text.slice(0, SEARCHED)) ?? []
  return found.replace(/[.,]+$/, '')
}
