import { expect, test } from 'vitest'
import { render } from '../../../../electron/shared/messages/translate.ts'
import { pictureData } from '../../../support/archives.ts'
import { readJournal } from '../../../support/journals.ts'
import { valueOf } from '../../../support/library.ts'
import { file } from '../../../support/reports.ts'

/** Read a vault; its first note is of 14 April, and the next ones have names without a date. */
async function readVault(text: string, others: Record<string, string> = {}) {
  const read = valueOf(
    await readJournal([
      file('Vault/Daily/2026-04-14.md', text),
      file('Vault/Daily/2026-04-15.md', 'Nothing else.'),
      ...Object.entries(others).map(([name, content]) => file(`Vault/${name}.md`, content)),
      { name: 'Vault/Talks/img/lamp.png', data: pictureData(1) },
    ]),
  )
  return {
    text: read.trip.entries[0]?.text ?? '',
    photo: read.trip.photos[0]?.id ?? '',
    remarks: read.remarks.map((remark) => render(remark)).join('\n'),
  }
}

const keynote = [
  '---',
  'room: Aula',
  '---',
  'About models.',
  '',
  '## Notes',
  '',
  'Small ones[^1] are [fast][link].',
  '',
  '### Numbers',
  '',
  '- 7 %% not sure %%',
  '- 9 ^nine',
  '  of ten',
  '- 11',
  '',
  '## Questions',
  '',
  'Two lines',
  'of questions. ^asked',
  '',
  '| a | b |',
  '| - | - |',
  '| 1 | 2 |',
  '',
  '^table',
  '',
  '[^1]: Of 7 billion.',
  '',
  '[link]: https://example.org/fast',
].join('\n')

test('a note that another one shows is there with its whole text, and is not named as left out', async () => {
  const vault = await readVault('Before.\n![[Keynote]]\nAfter.', { Keynote: 'About models.\n\n- a\n- b' })
  expect(vault.text).toBe('Before.\n\nAbout models.\n\n- a\n- b\n\nAfter.')
  expect(vault.remarks).not.toMatch(/Keynote/)
})

test('the properties of a note without a date that another one shows are named', async () => {
  const vault = await readVault('![[Keynote]]', { Keynote: keynote })
  expect(vault.text).toMatch(/^About models\./)
  expect(vault.remarks).toMatch(/room \(1\)/)
})

test('a part of a note is its heading with what is below, and with the footnotes and addresses it refers to', async () => {
  const vault = await readVault('Mine[^1].\n\n![[Keynote#Notes]]\n\n[^1]: My own.', { Keynote: keynote })
  expect(vault.text).toBe(
    [
      'Mine[^1].',
      '## Notes\n\nSmall ones[^1-1] are [fast][link].',
      '### Numbers\n\n- 7 \n- 9 ^nine\n  of ten\n- 11',
      '[^1-1]: Of 7 billion.',
      '[link]: https://example.org/fast',
      '[^1]: My own.',
    ].join('\n\n'),
  )
  expect(vault.remarks).toMatch(/no date.*“Keynote\.md”/)
})

test.for([
  ['Keynote#notes#numbers', /^### Numbers\n\n- 7 \n- 9/],
  ['Keynote#^nine', /^- 9\n {2}of ten$/],
  ['Keynote#^asked', /^Two lines\nof questions\.$/],
  ['Keynote#^table', /^\| a \| b \|\n\| - \| - \|\n\| 1 \| 2 \|$/],
  ['Talks/Keynote.md#Numbers', /^### Numbers/],
] as const)('the part %s of a note is found', async ([target, expected]) => {
  const { text, remarks } = await readVault(`![[${target}]]`, { 'Talks/Keynote': keynote })
  expect(text).toMatch(expected)
  expect(remarks).not.toMatch(/only its name/)
})

test('a heading of marks only is found, and not another one', async () => {
  const { text } = await readVault('![[Day#🍜]]', { Day: '## 🎉\n\nParty.\n\n## 🍜\n\nNoodles.' })
  expect(text).toBe('## 🍜\n\nNoodles.')
})

test.for(['Nobody', 'Keynote#Nothing', 'Keynote#^none'])(
  'a note that is not there stays as its name, and a remark names it: %s',
  async (target) => {
    const { text, remarks } = await readVault(`See ![[${target}]].`, { Keynote: keynote })
    expect(text).toBe(`See ${target.replace('#', String.raw` \> `)}.`)
    expect(remarks).toContain(`has only its name: “${target}”`)
  },
)

test('notes that show each other end, and the place where they do is named', async () => {
  const { text, remarks } = await readVault('![[One]]', { One: 'one ![[Two]]', Two: 'two ![[One]]' })
  expect(text).toBe('one two One')
  expect(remarks).toMatch(/has only its name: “One”/)
  const deep = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`N${index}`, `${index} ![[N${index + 1}]]`]))
  const chain = await readVault('![[N0]]', deep)
  expect(chain.text).toBe('0 1 2 3 N4')
  expect(chain.remarks).toMatch(/has only its name: “N4”/)
})

const times = (name: string): string => `![[${name}]]\n\n`.repeat(100)

test('notes that show others a hundred times each are read within the limits of an import', async () => {
  const bomb = { A: times('B'), B: times('C'), C: times('D'), D: 'boom' }
  const { text, remarks } = await readVault(times('A'), bomb)
  expect(text.length).toBeLessThan(16 * 1024 * 1024)
  expect(remarks).toMatch(/have only their names/)
})

test('a note in a list, a quote or a line is a part of it, and one that would break a table is its name', async () => {
  const others = { Short: 'a few words', Long: 'first\n\n- second' }
  const { text, remarks } = await readVault(
    '- ![[Long]]\n- next\n\n> ![[Long]]\n> more\n\nIn ![[Short]] there, and ![[Long]] too.\n\n| ![[Long]] | ![[Short]] |\n| - | - |\n\n`![[Short]]`',
    others,
  )
  expect(text).toBe(
    [
      '- first',
      '  - second\n- next',
      '> first\n>\n> - second\n>\n> more',
      'In a few words there, and',
      'first\n\n- second',
      'too.',
      '| Long | a few words |\n| - | - |',
      '`![[Short]]`',
    ].join('\n\n'),
  )
  expect(remarks).toMatch(/has only its name: “Long”/)
})

test('pictures of a note are found from where it is, and the ones of Markdown are shown notes as well', async () => {
  const { text, photo, remarks } = await readVault('![the talk](../Talks/My%20talk.md#Pictures)', {
    'Talks/My talk': '# Pictures\n\n![a lamp](img/lamp.png)\n\n![[lamp.png|300]]',
  })
  expect(text).toContain(`![a lamp](photo:${photo})\n\n![](photo:${photo})`)
  expect(remarks).toMatch(/the talk/)
})
