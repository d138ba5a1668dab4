import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeSiteText, type SiteTexts } from '../../../../electron/journal/exporters/destinations/merge-site-text.ts'
import type { ConflictChoice, ConflictSide, SiteConflict } from '../../../../electron/shared/destinations.ts'

/** A decision about each conflict, in their order. */
const decide = (conflicts: readonly SiteConflict[], sides: readonly ConflictSide[]): ConflictChoice => ({
  proposal: '',
  sides: Object.fromEntries(conflicts.map(({ id }, index) => [id, sides[index % sides.length] ?? 'ours'])),
})

/** Each word is there only once, so that a lost one is noticed, and one in the wrong place as well. */
const base =
  '---\ntitle: "B0"\ntags: ["B1"]\nauthors: ["B2"]\n---\n\nB3 B4.\n\n## B5\n\n- B6\n- B7\n\nB8 B9.\n\nB10.\n\nB11.\n'

const edits = fc.array(
  fc.record({
    does: fc.constantFrom('insert', 'append', 'delete', 'key', 'value', 'delete-key'),
    at: fc.nat(9),
  }),
  { minLength: 3, maxLength: 8 },
)

function applyEdits(mark: string, list: readonly { does: string; at: number }[]): string {
  return list.reduce((text, { does, at }, index) => {
    const word = `${mark}${index}`
    const end = text.indexOf('\n---\n', 4)
    const key = at % 2 === 0 ? 'tags' : 'authors'
    const line = new RegExp(`^${key}: .*\n`, 'm')
    if (does === 'key')
      return `${text.slice(0, end)}\nkey${mark}: ["${word}"]${text.slice(end)}`.replace(/(\nkey.*)(?=[^]*\1)/, '')
    if (does === 'value') return text.replace(line, `${key}: ["${word}"]\n`)
    if (does === 'delete-key') return text.replace(line, '')
    const paragraphs = text.slice(end + 6).split('\n\n')
    const which = at % paragraphs.length
    const changed =
      does === 'insert'
        ? paragraphs.toSpliced(which, 0, `${word} alone.`)
        : does === 'delete'
          ? paragraphs.toSpliced(which, 1)
          : paragraphs.with(which, `${paragraphs[which]?.trimEnd() ?? ''} ${word}`)
    return `${text.slice(0, end + 6)}${changed.join('\n\n')}`
  }, base)
}

const wordsOf = (...texts: string[]) => new Set(texts.join('\n').match(/\b[BSL]\d+\b/g))

/** What has to be in the merged text: of each conflict the chosen side, and everything else that nobody removed. */
function expectedWords(
  { theirs, ours }: SiteTexts,
  conflicts: readonly SiteConflict[],
  sides: readonly ConflictSide[],
) {
  const [there, mine] = [wordsOf(theirs), wordsOf(ours)]
  const expected = new Set(
    [...wordsOf(base, theirs, ours)].filter((word) => !word.startsWith('B') || (there.has(word) && mine.has(word))),
  )
  for (const [index, conflict] of conflicts.entries()) {
    for (const word of wordsOf(conflict.base, conflict.theirs, conflict.ours)) expected.delete(word)
    for (const word of wordsOf(conflict[sides[index % sides.length] ?? 'ours'])) expected.add(word)
  }
  return expected
}

test('whatever both sides edit and whatever is chosen, each conflict ends as chosen, and no other word is lost', () => {
  let mixed = 0
  fc.assert(
    fc.property(
      edits,
      edits,
      fc.array(fc.constantFrom('theirs' as const, 'ours' as const), { minLength: 1, maxLength: 8 }),
      (inSite, inLanyard, sides) => {
        const texts = { base, theirs: applyEdits('S', inSite), ours: applyEdits('L', inLanyard) }
        const { conflicts } = mergeSiteText(texts, 'ask')
        expect(new Set(conflicts.map(({ id }) => id)).size).toBe(conflicts.length)
        if (conflicts.length > 1) mixed++
        const merged = mergeSiteText(texts, decide(conflicts, sides))
        expect(merged.conflicts).toEqual(conflicts)
        expect(wordsOf(merged.text)).toEqual(expectedWords(texts, conflicts, sides))
        for (const [index, conflict] of conflicts.entries()) {
          expect(merged.text).toContain(conflict[sides[index % sides.length] ?? 'ours'])
        }
        // No word is there twice.
        expect(merged.text.match(/\b[BSL]\d+\b/g)?.length ?? 0).toBe(wordsOf(merged.text).size)
        // What was decided is not asked again.
        const { text, ours } = { ...texts, ...merged }
        expect(mergeSiteText({ base: ours, theirs: text, ours }, 'ask')).toEqual({ text, conflicts: [] })
      },
    ),
    { numRuns: 300 },
  )
  expect(mixed).toBeGreaterThan(30)
})

const twice = (word: string) => `One.\n\n${word}\n\nTwo.\n\n${word}\n\nThree.\n`

test('two conflicts with the same words are decided separately', () => {
  const texts = { base: twice('Same.'), theirs: twice('Theirs.'), ours: twice('Ours.') }
  const { conflicts } = mergeSiteText(texts, 'ask')
  expect(mergeSiteText(texts, decide(conflicts, ['theirs', 'ours'])).text).toBe(
    'One.\n\nTheirs.\n\nTwo.\n\nOurs.\n\nThree.\n',
  )
  expect(mergeSiteText(texts, decide(conflicts, ['ours', 'theirs'])).text).toBe(
    'One.\n\nOurs.\n\nTwo.\n\nTheirs.\n\nThree.\n',
  )
})

describe('keys that do not fit together', () => {
  // The site has a key that refers to another one, which is a conflict, too.
  const texts = {
    base: '---\ntitle: "A"\ntags: ["x"]\n---\n\nText.\n',
    theirs: '---\ntitle: &name "B"\ntags: *name\n---\n\nText.\n',
    ours: '---\ntitle: "C"\ntags: ["y"]\n---\n\nText.\n',
  }
  const { conflicts } = mergeSiteText(texts, 'ask')

  test('are decided one by one as long as they fit', () => {
    expect(conflicts.map(({ kind, name }) => [kind, name])).toEqual([
      ['key', 'title'],
      ['key', 'tags'],
    ])
    expect(mergeSiteText(texts, decide(conflicts, ['theirs', 'ours'])).text).toContain('title: &name "B"\ntags: ["y"]')
  })

  test('become one conflict about the whole front matter, which can be decided', () => {
    const apart = mergeSiteText(texts, decide(conflicts, ['ours', 'theirs'])).conflicts
    expect(apart.map(({ kind }) => kind)).toEqual(['front-matter'])
    for (const side of ['theirs', 'ours'] as const) {
      expect(mergeSiteText(texts, decide(apart, [side]))).toEqual({ text: texts[side], conflicts: apart })
    }
  })
})
