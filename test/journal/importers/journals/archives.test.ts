import { pack, type Headers } from 'tar-stream'
import { expect, test } from 'vitest'
import { MAX_BUNDLE_BYTES } from '../../../../electron/shared/import-limits.ts'
import { render } from '../../../../electron/shared/messages/translate.ts'
import { handMadeZip, pictureData } from '../../../support/archives.ts'
import { readJournal } from '../../../support/journals.ts'
import { codeOf, valueOf } from '../../../support/library.ts'
import { file } from '../../../support/reports.ts'

const journal = JSON.stringify({
  entries: [{ title: 'Tea', body: 'Hot.', date: '2026-04-14', time: '09:00', starred: false }],
})

type Member = Headers & { data?: string | Uint8Array }

async function tarOf(...members: readonly Member[]): Promise<Uint8Array> {
  const tar = pack()
  for (const { data = '', ...header } of members) tar.entry(header, Buffer.from(data))
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const readArchive = (data: Uint8Array) => readJournal([{ name: 'export', data }])
const sentencesOf = async (data: Uint8Array): Promise<string> =>
  valueOf(await readArchive(data))
    .remarks.map((remark) => render(remark))
    .join('\n')

test.for(['../journal.json', '/journal.json', 'a/../../journal.json', 'C:\\journal.json', '..\\journal.json'])(
  'an archive with a file named %s is refused as a whole, whether zip or tar',
  async (name) => {
    const tar = await tarOf({ name: 'journal.json', data: journal }, { name, data: 'x' })
    expect(codeOf(await readArchive(tar))).toBe('import.path-outside')
    const zip = handMadeZip([
      { name: 'journal.json', data: journal },
      { name, data: 'x' },
    ])
    expect(codeOf(await readArchive(zip))).toBe('import.path-outside')
  },
)

test('a tar whose names begin with ./ is read like any other', async () => {
  const tar = await tarOf({ name: './', type: 'directory' }, { name: './journal.json', data: journal })
  expect(valueOf(await readArchive(tar)).draft.entries).toHaveLength(1)
})

test('links in an archive are left out and named, and are never followed', async () => {
  const tar = await tarOf(
    { name: 'journal.json', data: journal },
    { name: 'passwords.json', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'hard.json', type: 'link', linkname: '/etc/passwd' },
  )
  expect(await sentencesOf(tar)).toMatch(/they are links and not files: “passwords\.json” and “hard\.json”/)
  const attributes = (0o120777 << 16) >>> 0
  const zip = handMadeZip([
    { name: 'journal.json', data: journal },
    { name: 'link.json', data: '/etc/passwd', says: { attributes } },
  ])
  expect(await sentencesOf(zip)).toMatch(/it is a link and not a file: “link\.json”/)
})

test('an archive that unpacks to far more than an import can have is refused before it is unpacked', async () => {
  const size = MAX_BUNDLE_BYTES + 1
  const zip = handMadeZip([
    { name: 'journal.json', data: journal },
    { name: 'big.json', data: 'x', method: 8, says: { size } },
  ])
  expect(codeOf(await readArchive(zip))).toBe('import.unpacked-too-large')
  // A thousand million bytes that are not there.
  const header = await tarOf({ name: 'big.json', data: 'x' })
  header.set(Buffer.from('07777777777\0'), 124)
  header.set(Buffer.from('        '), 148)
  const sum = header.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  header.set(Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `), 148)
  expect(codeOf(await readArchive(header))).toBe('import.unpacked-too-large')
})

test('two files of the same name in an archive are refused, whatever their case', async () => {
  const names = ['a/Journal.json', 'a/journal.json'] as const
  const tar = await tarOf(...names.map((name) => ({ name, data: journal })))
  expect(codeOf(await readArchive(tar))).toBe('import.repeated-name')
  expect(codeOf(await readArchive(handMadeZip(names.map((name) => ({ name, data: journal })))))).toBe(
    'import.repeated-name',
  )
})

test('a picture whose size is not what the archive says is left out and named, and the texts are imported', async () => {
  const zip = handMadeZip([
    { name: 'journal.json', data: journal },
    { name: 'lie.png', data: pictureData(1), says: { crc: 1 } },
  ])
  expect(await sentencesOf(zip)).toMatch(/damaged in the archive and was left out: “lie\.png”/)
})

test('an archive that is cut off is refused', async () => {
  const tar = await tarOf({ name: 'journal.json', data: journal.padEnd(5000) })
  expect(codeOf(await readArchive(tar.slice(0, 2048)))).toBe('import.zip-damaged')
  const zip = handMadeZip([{ name: 'journal.json', data: journal }])
  expect(codeOf(await readArchive(zip.slice(0, -10)))).toBe('import.zip-damaged')
})

test('a tar that is cut off between two files is imported as far as it goes, and a remark says that it ends too early', async () => {
  const more = { name: 'second.json', data: journal }
  const whole = await tarOf({ name: 'journal.json', data: journal }, more)
  expect(await sentencesOf(whole)).not.toMatch(/too early/)
  // One header and one block of data.
  expect(await sentencesOf(whole.slice(0, 1024))).toMatch(/The archive “export” ends too early/)
  // Only the mark at the end is cut.
  expect(await sentencesOf(whole.slice(0, -512))).not.toMatch(/too early/)
  expect(await sentencesOf(whole.slice(0, -1024))).toMatch(/ends too early/)
  // The zeros at the end of a file are no mark.
  const zeros = await tarOf(
    { name: 'journal.json', data: journal },
    { name: 'film.mov', data: new Uint8Array(4096) },
    more,
  )
  expect(await sentencesOf(zeros.slice(0, 1024 + 512 + 4096))).toMatch(/ends too early/)
})

test('a locked archive is refused, and an archive beside a text is an attachment of it', async () => {
  const locked = handMadeZip([{ name: 'journal.json', data: journal, method: 8, says: { flags: 0x801 } }])
  expect(codeOf(await readArchive(locked))).toBe('import.locked')
  const zip = handMadeZip([{ name: 'journal.json', data: journal }])
  const read = valueOf(await readJournal([file('journal.json', journal), { name: 'more.zip', data: zip }]))
  expect(read.draft.entries).toHaveLength(1)
  expect(read.remarks.map((remark) => render(remark)).join('\n')).toMatch(/“more\.zip”/)
})
