import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newTrip } from '../../../electron/journal/edits/new-trip.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { exportPost, findTarget } from '../../support/exports.ts'
import { somePhoto } from '../../support/photos.ts'
import { hasProgram } from '../../support/programs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

/* What other programs read in documents of a post that has every construct, in tests that need these programs. */

const TITLE = 'No: “10:30” & <C++> ]]>'
const everything = readFileSync(join(import.meta.dirname, '../../fixtures/documents/every-construct.md'), 'utf8')

const second = { ...somePhoto, id: '22222222-2222-4222-8222-222222222222', originalName: 'Straße 日本.png' }

function everyConstruct() {
  const trip = newTrip({ ...someTrip(), title: TITLE })
  const entry = { ...newEntry('note', '2026-04-14', null), title: 'Every construct', text: everything }
  trip.photos.push(somePhoto, second)
  trip.entries.push(entry)
  const details = { title: TITLE, publishedOn: '2026-05-01', authors: ['Ada Example', '李 明'], tags: ['a, b', 'C++'] }
  trip.report = { ...trip.report, ...details, closing: { heading: 'Last Remarks', text: 'Good bye.' } }
  return composePost(trip).post
}

const pictures = new Map([somePhoto, second].map((photo) => [photo.id, { photo, data: new Uint8Array(onePixel) }]))
/** Writes the post as a document into a new folder. Returns a function that runs a program there. */
async function writeDocument(id: string) {
  const folder = await temporaryFolder()
  const { written, differences } = await exportPost(findTarget(id), everyConstruct(), pictures)
  // A link to a file beside the text leads nowhere from a document that is passed on alone; a mail keeps it.
  expect(differences).toEqual(id === 'eml' ? [] : ['Missing: the link “relative link”.'])
  await writeFile(join(folder, `post.${id}`), written.files[0]?.data ?? '')
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString()
  return { folder, run }
}

/** How often something is in a text. */
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

const absent = ['epubcheck', 'java', 'pandoc', 'soffice', 'python3'].filter((program) => !hasProgram(program))
if (absent.length > 0) process.stdout.write(`Skipped: not on this machine: ${absent.join(', ')}.\n`)

/** Whether all of these programs are here. */
const has = (...programs: string[]) => programs.every((program) => !absent.includes(program))

describe.skipIf(!has('epubcheck', 'java'))('with epubcheck', () => {
  test('epubcheck finds nothing wrong with an e-book that has every construct', async () => {
    const { run } = await writeDocument('epub')
    // Debian's is a program of Java without the line that says so.
    const path = run('sh', '-c', 'command -v epubcheck').trim()
    const report = run('java', '-jar', path, '--json', '-', 'post.epub')
    expect(report).toMatch(/"nFatal"\s*:\s*0/)
    expect(report).toMatch(/"nError"\s*:\s*0/)
    expect(report).toMatch(/"nWarning"\s*:\s*0/)
  }, 300_000)
})

describe.skipIf(!has('pandoc'))('with pandoc', () => {
  test('pandoc reads the same structure in a Word document as in the post', async () => {
    const { run } = await writeDocument('docx')
    const tree = run('pandoc', '-f', 'docx', '-t', 'json', 'post.docx')
    const kinds = (name: string) => count(tree, new RegExp(`"t":"${name}"`, 'g'))
    expect({
      headings: kinds('Header'),
      bullets: kinds('BulletList'),
      numbered: kinds('OrderedList'),
      tables: kinds('Table'),
      quotes: kinds('BlockQuote'),
      code: kinds('CodeBlock'),
      pictures: kinds('Image'),
    }).toMatchObject({ headings: 4, numbered: 2, tables: 2, code: 2, pictures: 4 })
    expect(kinds('Note')).toBe(3)
    expect(tree).toContain('https://example.org/a?b=1&c=2')
    const plain = run('pandoc', '-f', 'docx', '-t', 'plain', '--wrap=none', 'post.docx')
    for (const words of ['日本語の文章です。', 'שלום עולם', '<b>not bold</b>', ']]>', 'R&D', '☐ to do', '☒ done']) {
      expect(plain).toContain(words)
    }
  })
})

describe.skipIf(!has('soffice'))('with LibreOffice', () => {
  test('LibreOffice reads the same structure in a Word document as in the post', async () => {
    const { folder, run } = await writeDocument('docx')
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    run('soffice', profile, '--headless', '--convert-to', 'html:HTML (StarWriter)', '--outdir', folder, 'post.docx')
    const html = await readFile(join(folder, 'post.html'), 'utf8')
    expect({
      headings: count(html, /<h[1-6][ >]/g),
      tables: count(html, /<table[ >]/g),
      footnotes: count(html, /<div id="sdfootnote\d+"/g),
      pictures: count(html, /<img [^>]*name="Picture/g),
    }).toEqual({ headings: 4, tables: 2, footnotes: 3, pictures: 4 })
    expect(count(html, /<li[ />]/g)).toBeGreaterThanOrEqual(14)
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"')
  }, 300_000)
})

const python = `
import email, email.policy, json, sys
data = open('post.eml', 'rb').read()
mail = email.message_from_bytes(data, policy=email.policy.default)
parts = list(mail.walk())
print(json.dumps({
  'subject': mail['subject'], 'unsent': mail['x-unsent'], 'date': mail['date'], 'id': mail['message-id'],
  'types': [part.get_content_type() for part in parts],
  'defects': sum(len(part.defects) for part in parts),
  'names': [part.get_filename() for part in parts if part.get_filename()],
  'cids': [part['content-id'][1:-1] for part in parts if part['content-id']],
  'plain': mail.get_body(('plain',)).get_content(), 'html': mail.get_body(('html',)).get_content(),
  'longest': max(len(line) for line in data.split(b'\\r\\n')),
  'bare': data.replace(b'\\r\\n', b'').count(b'\\n') + data.replace(b'\\r\\n', b'').count(b'\\r'),
}))
`

describe.skipIf(!has('python3'))('with Python', () => {
  test('a mail reader finds the texts, the pictures and the headers of a mail', async () => {
    const { run } = await writeDocument('eml')
    const found: unknown = JSON.parse(run('python3', '-c', python))
    expect(found).toMatchObject({
      subject: TITLE,
      unsent: '1',
      date: 'Fri, 01 May 2026 12:00:00 +0000',
      id: expect.stringMatching(/^<[0-9a-f]{40}@lanyard\.invalid>$/),
      types: ['multipart/related', 'multipart/alternative', 'text/plain', 'text/html', 'image/png', 'image/png'],
      defects: 0,
      names: ['A-lantern-at-night.png', 'Two.png'],
      cids: ['picture-1@lanyard.invalid', 'picture-2@lanyard.invalid'],
      plain: expect.stringContaining('日本語の文章です。中文段落。한국어 문장.'),
      html: expect.stringContaining('src="cid:picture-1@lanyard.invalid"'),
      longest: 76,
      bare: 0,
    })
  })
})
