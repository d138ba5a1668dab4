import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyKeys, restoreKeys } from '../../../../electron/journal/exporters/destinations/apply-keys.ts'
import { joinFrontBlock, splitFrontBlock } from '../../../../electron/journal/exporters/destinations/front-block.ts'
import { mergeSiteText } from '../../../../electron/journal/exporters/destinations/merge-site-text.ts'

const front = '---\ntitle: "A"\ntags: ["x"]\n---\n'

describe('front matter', () => {
  test.each([
    [
      'yaml',
      '---\n# first\ntitle: "A: b" # why\ntags:\n  - x # no\n\n  - y\n# last\ncover: {image: a.jpg} # it\n---\n\nText',
      ['title# why', 'tags# last', 'cover# it'],
    ],
    [
      'toml',
      '+++\n# first\ntitle = "A # b" # why\ntags = [\n  "x", # no\n]\n\n[extra] # more\nimage = """\n[x]\na = 1\n"""\n+++\n',
      ['title# why', 'tags', '[extra]# more', 'extra.image'],
    ],
    ['lines', 'Title: A\nTags: x,\n  y\nSummary: b: c\n\nText: more\n', ['title', 'tags', 'summary']],
    ['comment', '<!--\n.. title: A\n.. tags: x\n\n.. slug: a\n-->\n\nText', ['title', 'tags', 'slug']],
    ['none', '# A heading\n\nText', []],
  ])('in %s is split into parts that are exactly the original', (format, text, keys) => {
    const block = splitFrontBlock(text)
    expect(block?.format).toBe(format)
    expect(block && joinFrontBlock(block)).toBe(text)
    expect(block?.entries.map((entry) => entry.key + entry.trail.trim())).toEqual(keys)
  })

  test.each([
    '---\ntitle: "A\n---\n',
    '---\ntitle: "A"\n',
    '---\n- a\n- b\n---\n',
    '---\n{title: A}\n---\n',
    '---\na: 1\na: 2\n---\n',
    '---\na: *b\n---\n',
    '+++\ntitle = \n+++\n',
    '+++\n[[resources]]\nsrc = "a"\n+++\n',
  ])('that cannot be told apart key by key is not split: %j', (text) => {
    expect(splitFrontBlock(text)).toBeNull()
  })

  test('with other keys is turned back into what the target wrote', () => {
    const written = '+++\ntitle = "A"\ndate = 2026-01-31\n\n[taxonomies]\ntags = ["x"]\n+++\n\nText\n'
    const keys = {
      rename: { date: 'updated', 'taxonomies.tags': 'topics' },
      add: { 'extra.wide': true, weight: 3, title: 'Fixed' },
      omit: [],
    }
    const text = applyKeys(written, keys)
    expect(text).toBe(
      '+++\nupdated = 2026-01-31\n\nweight = 3\ntitle = "Fixed"\n[taxonomies]\ntopics = ["x"]\n[extra]\nwide = true\n+++\n\nText\n',
    )
    expect(restoreKeys(text, written, keys)).toBe(written)
  })

  test('that was rewritten in another format stays as a whole until both have changed', () => {
    const toml = '+++\ntitle = "A"\n+++\n\nText.\n'
    const base = `${front}\nText.\n`
    const same = mergeSiteText({ base, theirs: toml, ours: `${front}\nText, again.\n` }, 'ask')
    expect(same.conflicts.map(({ kind }) => kind)).toEqual(['front-matter'])
    const ours = mergeSiteText({ base, theirs: `${front}\nText.\n\nMore.\n`, ours: toml }, 'ask')
    expect(ours).toEqual({ text: '+++\ntitle = "A"\n+++\n\nText.\n\nMore.\n', conflicts: [] })
  })

  test('of the site stays if somebody removed a key there, unless ours has changed', () => {
    const without = '---\ntitle: "A"\n---\n\nText.\n'
    const base = `${front}\nText.\n`
    expect(mergeSiteText({ base, theirs: without, ours: `${front}\nNew.\n` }, 'ask')).toEqual({
      text: '---\ntitle: "A"\n---\n\nNew.\n',
      conflicts: [],
    })
    const ours = base.replace('"x"', '"y"')
    expect(mergeSiteText({ base, theirs: without, ours }, 'ask').conflicts).toMatchObject([
      { kind: 'key', name: 'tags', base: 'tags: ["x"]', theirs: '', ours: 'tags: ["y"]' },
    ])
  })
})

test('a new paragraph beside one that was edited on both sides is no part of the conflict', () => {
  const edited = `${front}\nAbove.\n\nWe took the night tram.\n\nBelow.\n`
  const sides = { base: `${front}\nWe took the tram.\n`, theirs: edited, ours: `${front}\nWe took the slow tram.\n` }
  expect(mergeSiteText(sides, 'ours')).toMatchObject({
    text: `${front}\nAbove.\n\nWe took the slow tram.\n\nBelow.\n`,
    conflicts: [
      {
        kind: 'passage',
        name: '',
        base: 'We took the tram.',
        theirs: 'We took the night tram.',
        ours: 'We took the slow tram.',
      },
    ],
  })
})

test('a paragraph that has moved into the place of a removed one is there only once', () => {
  const base = 'Start.\n\nWe took the tram.\n\nIt rained all day.\n\nEnd.\n'
  const theirs = base.replace('all day', 'all day long')
  const ours = 'Start.\n\nIt rained all day, really.\n\nNobody slept.\n\nEnd.\n'
  const { conflicts } = mergeSiteText({ base, theirs, ours }, 'ask')
  expect(conflicts).toMatchObject([
    {
      theirs: 'We took the tram.\n\nIt rained all day long.',
      ours: 'It rained all day, really.\n\nNobody slept.',
    },
  ])
  expect(mergeSiteText({ base, theirs, ours }, 'theirs').text).toBe(theirs)
})

/** Words that say who wrote them, so that a lost one is noticed. */
const edits = (mark: string) =>
  fc.array(
    fc.record({
      does: fc.constantFrom('insert' as const, 'append' as const, 'key' as const, 'value' as const),
      at: fc.nat(8),
      word: fc.nat(5).map((number) => `${mark}${number}`),
    }),
    { maxLength: 4 },
  )

const base = `---\ntitle: "A"\ntags: ["x"]\n---\n\nOne.\n\n## Two\n\n- three\n- four\n\nFive.\n\nSix.\n`

function applyEdits(text: string, list: readonly { does: string; at: number; word: string }[]): string {
  return list.reduce((edited, { does, at, word }) => {
    const end = edited.indexOf('\n---\n', 4)
    if (does === 'key') return `${edited.slice(0, end)}\n${word}k${at}: 1${edited.slice(end)}`
    if (does === 'value') return edited.replace(/^tags: .*/m, `tags: ["${word}"]`)
    const paragraphs = edited.slice(end + 6).split('\n\n')
    const index = at % paragraphs.length
    const changed =
      does === 'insert'
        ? paragraphs.toSpliced(index, 0, `${word} alone.`)
        : paragraphs.with(index, `${paragraphs[index]?.trimEnd() ?? ''} ${word}`)
    return `${edited.slice(0, end + 6)}${changed.join('\n\n')}`
  }, text)
}

const wordsOf = (text: string, mark: string) => new Set(text.match(new RegExp(`${mark}\\d(?:k\\d)?`, 'g')))

test('whatever both sides edit, each word is in the merged text, or in a conflict that is shown', () => {
  fc.assert(
    fc.property(edits('S'), edits('L'), (inSite, inLanyard) => {
      const [theirs, ours] = [unique(applyEdits(base, inSite)), unique(applyEdits(base, inLanyard))]
      const asked = mergeSiteText({ base, theirs, ours }, 'ask')
      for (const choice of ['theirs', 'ours'] as const) {
        const { text, conflicts } = mergeSiteText({ base, theirs, ours }, choice)
        expect(conflicts).toEqual(asked.conflicts)
        const shown = text + conflicts.map((conflict) => conflict.theirs + conflict.ours).join('\n')
        expect(wordsOf(shown, 'S')).toEqual(wordsOf(theirs, 'S'))
        expect(wordsOf(shown, 'L')).toEqual(wordsOf(ours, 'L'))
        const mark = choice === 'theirs' ? 'S' : 'L'
        expect(wordsOf(text, mark)).toEqual(wordsOf(choice === 'theirs' ? theirs : ours, mark))
        expect(splitFrontBlock(text)).not.toBeNull()
        // What was merged is not merged again.
        expect(mergeSiteText({ base: ours, theirs: text, ours }, 'ask')).toEqual({ text, conflicts: [] })
      }
    }),
    { numRuns: 100 },
  )
})

/** A key that was added twice would be malformed. */
function unique(text: string): string {
  const lines = text.split('\n')
  return lines.filter((line, index) => !/^\w+k\d: 1$/.test(line) || lines.indexOf(line) === index).join('\n')
}
