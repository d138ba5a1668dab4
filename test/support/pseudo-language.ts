import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { addSample } from '../../electron/journal/sample/index.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { valueOf } from './library.ts'

/*
 * For a walk through the window in the pseudo-language: finds words that are not translated, and words that are cut
 * off.
 */

const latin = 'abcdefghijklmnopqrstuvwxyz'
const greek = 'αβψδεφγηιξκλμνοπθρστυωςχζφ'

/**
 * A text in Greek letters, so that what a user wrote is not mistaken for English. Addresses in Markdown links stay
 * unchanged.
 */
export function inGreek(text: string): string {
  return text
    .split(/(\]\([^)\s]*|<?https?:\/\/\S*)/)
    .map((part, index) => (index % 2 === 0 ? withoutMarks(part).replaceAll(/[a-zA-Z]/g, greekLetter) : part))
    .join('')
}

/** Accented letters are those of the pseudo-language. */
const withoutMarks = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '')

function greekLetter(letter: string): string {
  const other = greek[latin.indexOf(letter.toLowerCase())] ?? letter
  return letter === letter.toLowerCase() ? other : other.toUpperCase()
}

/** The keys of a trip's files whose values are typed; the others hold ids, dates and choices. */
const written = new Set(
  'title shortTitle text name role affiliation room label who context heading lead excerpt caption alt credit venue city country authors tags subtitle type track abstract rooms tracks'.split(
    ' ',
  ),
)

function translateWritten(value: unknown, isWritten = false): unknown {
  if (typeof value === 'string') return isWritten ? inGreek(value) : value
  if (Array.isArray(value)) return value.map((item) => translateWritten(item, isWritten))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, translateWritten(inside, written.has(key))]),
  )
}

/** The sample trips, as if they had been written in Greek letters. */
export async function makeGreekLibrary(folder: string): Promise<void> {
  const library = openLibrary({ folder })
  valueOf(await addSample(library))
  await library.close()
  for (const name of await readdir(folder)) {
    if (name.startsWith('.')) continue
    for (const part of ['trip.json', 'schedule.json']) {
      const file = join(folder, name, part)
      // Only one of the trips has a programme.
      const text = await readFile(file, 'utf8').catch(() => null)
      if (text === null) continue
      const { checksum: _checksum, ...content } = JSON.parse(text) as Record<string, unknown>
      await writeFile(file, JSON.stringify(translateWritten(content), null, 2))
    }
  }
}

/** Letters that only the pseudo-language has. */
const PSEUDO = 'ƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž'

/** Addresses, paths and names of files. */
const untranslated = /https?:\/\/[^\s)]+|[^\s“”]*\/[^\s“”]*|[\w-]*(\.[\w-]+)*\.(json|lanyard|md)\b/g

/**
 * The words on the page that are plain English: visible text, and text for screen readers.
 *
 * @param allowed words that are the same in every language, such as units and file formats
 */
export async function findPlainWords(page: Page, allowed: readonly string[]): Promise<string[]> {
  // Runs in the page, where nothing of this file is available.
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const visible = { visibilityProperty: true }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (
        parent === null ||
        parent.closest('script, style, [data-verbatim]') !== null ||
        !parent.checkVisibility(visible)
      )
        continue
      found.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], img[alt]')) {
      if (element.closest('[data-verbatim]') !== null || !element.checkVisibility(visible)) continue
      for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
        found.push(element.getAttribute(name) ?? '')
      }
    }
    return found
  })
  const known = new Set(allowed)
  const plain = texts.flatMap((text) => {
    const words = (text.replaceAll(untranslated, '').match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !known.has(word))
    return words.length > 0 ? [`${[...new Set(words)].join(' ')} (${text.trim()})`] : []
  })
  return [...new Set(plain)]
}

/** The translated texts on the page that do not fit: wider or higher than the element that clips them. */
export async function findCutTexts(page: Page): Promise<string[]> {
  return page.evaluate((letters) => {
    const pseudo = new RegExp(`[${letters}]`, 'i')
    const clipping = new Set(['hidden', 'clip'])
    const found = new Set<string>()
    for (const element of document.body.querySelectorAll('*')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      const text = own.map((node) => node.textContent ?? '').join('')
      if (!pseudo.test(text) || !element.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(element)
      const words = range.getBoundingClientRect()
      if (words.width === 0 || words.height <= 1) continue
      // What can be scrolled to is not cut off.
      let [scrollsX, scrollsY, isSeen] = [false, false, true]
      for (let box: Element | null = element; box !== null && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box)
        const edge = box.getBoundingClientRect()
        // Only for screen readers: a box of one pixel.
        if (edge.width <= 1 || edge.height <= 1) {
          isSeen = false
          break
        }
        scrollsX ||= overflowX === 'auto' || overflowX === 'scroll'
        scrollsY ||= overflowY === 'auto' || overflowY === 'scroll'
        const isWide =
          !scrollsX && clipping.has(overflowX) && (words.right > edge.right + 1 || words.left < edge.left - 1)
        const isHigh =
          !scrollsY && clipping.has(overflowY) && (words.bottom > edge.bottom + 1 || words.top < edge.top - 1)
        if (isWide || isHigh) {
          found.add(text.trim())
          break
        }
        if (position === 'fixed') break
      }
      if (isSeen && !scrollsX && (words.right > innerWidth + 1 || words.left < -1))
        found.add(`outside the window: ${text.trim()}`)
    }
    return [...found]
  }, PSEUDO)
}
