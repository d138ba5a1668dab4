/** Joiners inside a word or between emoji: Persian, Hindi and families of emoji are not written without them. */
const joinerInside = String.raw`(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])`

const hidden = new RegExp(
  String.raw`(${joinerInside})|(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]|\p{Noncharacter_Code_Point}`,
  'gu',
)

/** Invisible, and without any effect on the words around them except on where a line may break. */
const spacing = /^[\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]$/

/**
 * Replaces what a terminal could obey or hide in a text of unknown origin: control characters other than line breaks
 * and tabs, marks of the direction of writing, and other invisible characters. Harmless ones are left out. Words stay as
 * they are.
 */
export function replaceHidden(text: string): string {
  return text.replaceAll(hidden, (found, joiner: string | undefined) => joiner ?? (spacing.test(found) ? '' : '\ufffd'))
}

/** Bidi embeddings, overrides and isolates, which can show later words before earlier ones. */
const controls = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/**
 * Takes out of a text what programs act on instead of showing it: control characters other than line breaks and tabs,
 * and marks that put words into another order. Joiners, and the marks beside a single sign in Hebrew and Arabic names,
 * are part of the spelling and stay. Line breaks that only some programs know become ordinary ones.
 */
export function removeControls(text: string): string {
  return text.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replaceAll(controls, '')
}

/** A text on one line, without control characters and repeated spaces. */
export function oneLine(text: string): string {
  return removeControls(text).replace(/\s+/g, ' ').trim()
}
