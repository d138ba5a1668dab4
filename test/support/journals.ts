import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Imported, ImportFile } from '../../electron/journal/importers/importer.ts'
import { findImporter } from '../../electron/journal/importers/index.ts'
import { openBundle } from '../../electron/journal/importers/open-bundle.ts'
import { unpackArchives } from '../../electron/journal/importers/unpack-archives.ts'
import type { Message } from '../../electron/shared/messages/message.ts'
import { fail, ok, type Result } from '../../electron/shared/result.ts'
import { pictureData } from './archives.ts'
import { file, importDefaults } from './reports.ts'

/** Third-party journals, which are not part of the project. Tests that need them are skipped without them. */
export const journalSamples = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples', 'journals')

export const hasJournalSamples = existsSync(journalSamples)

/** Which importer recognized some files, what it read, and what was left out of archives. */
export interface ReadJournal extends Imported {
  format: string
  remarks: readonly Message[]
}

/** Read the files of a journal as an import does, archives included. */
export async function readJournal(
  files: readonly ImportFile[],
  defaults = importDefaults,
): Promise<Result<ReadJournal>> {
  const unpacked = await unpackArchives(files)
  if (!unpacked.ok) return unpacked
  const bundle = openBundle(unpacked.value.files)
  if (!bundle.ok) return bundle
  const importer = findImporter(bundle.value)
  if (importer === undefined) return fail('import.unknown', { known: [] })
  const read = importer.read(bundle.value, defaults, () => {})
  if (!read.ok) return read
  const remarks = [...read.value.draft.remarks, ...unpacked.value.remarks]
  return ok({ ...read.value, format: importer.id, remarks })
}

/** A journal that was written by hand, and what a person finds in it. */
export interface WrittenJournal {
  /** The id of its importer. */
  format: string
  files: () => readonly ImportFile[]
  /** The date and time of each entry, in their order. */
  times: readonly string[]
  titles: readonly string[]
  /** Of all entries. */
  tags: readonly string[]
  starred: number
  /** The names of the pictures that its entries show. */
  pictures: readonly string[]
  /** The texts of the entries, without what is markup in that format. */
  words: readonly string[]
  /** What the remarks name. */
  leftOut: readonly RegExp[]
}

const id = (letter: string): string => letter.repeat(32)
const text = (name: string, value: unknown): ImportFile =>
  file(name, typeof value === 'string' ? value : JSON.stringify(value, null, 2))
const picture = (name: string, seed: number): ImportFile => ({ name, data: pictureData(seed) })

const dayOne: WrittenJournal = {
  format: 'day-one',
  files: () => [
    text('Travels.json', {
      metadata: { version: '1.0' },
      entries: [
        {
          uuid: id('A'),
          creationDate: '2026-04-13T22:30:00Z',
          timeZone: 'Europe\\/Berlin',
          text: `# Arrival\n\nThe hall was loud\\. I paid 3\\.50 \\- twice\\!\n\n![a lamp](dayone-moment://${id('B')})\n\n![](dayone-moment:/video/${id('C')})\n\n1\\. not a list`,
          tags: ['travel', 'pycon'],
          starred: true,
          photos: [
            { identifier: id('B'), md5: 'b'.repeat(32), type: 'png', orderInEntry: 1 },
            { identifier: id('D'), md5: 'd'.repeat(32), type: 'png', orderInEntry: 0 },
          ],
          videos: [{ identifier: id('C'), md5: 'c'.repeat(32), type: 'mov' }],
          weather: { temperatureCelsius: 12 },
        },
        {
          uuid: id('E'),
          creationDate: '2026-04-15T07:00:00Z',
          timeZone: 'Asia/Tokyo',
          starred: false,
          richText: JSON.stringify({
            meta: { version: 1 },
            contents: [
              { text: 'Second day\n', attributes: { line: { header: 2 } } },
              { text: 'A talk that was ' },
              { text: 'excellent', attributes: { bold: true } },
              { text: '\n' },
              { text: 'tea\n', attributes: { line: { listStyle: 'bulleted', indentLevel: 1 } } },
              { embeddedObjects: [{ type: 'photo', identifier: id('F') }] },
            ],
          }),
          photos: [{ identifier: id('F'), md5: 'f'.repeat(32), type: 'jpeg' }],
        },
        { uuid: id('0'), creationDate: '2026-04-16T07:00:00Z', timeZone: '', starred: false },
      ],
    }),
    picture(`photos/${'b'.repeat(32)}.png`, 1),
    picture(`photos/${'d'.repeat(32)}.png`, 2),
    picture(`photos/${'9'.repeat(32)}.png`, 3),
  ],
  times: ['2026-04-14 00:30', '2026-04-15 16:00'],
  titles: ['Arrival', ''],
  tags: ['travel', 'pycon'],
  starred: 1,
  pictures: [`${'b'.repeat(32)}.png`, `${'d'.repeat(32)}.png`],
  words: ['Arrival The hall was loud. I paid 3.50 twice! not a list', 'Second day A talk that was excellent tea'],
  leftOut: [/weather \(1\)/, /“c{32}\.mov”/, /nothing in this entry.*2026-04-16/, /“9{32}\.png”/],
}

const journey: WrittenJournal = {
  format: 'journey',
  files: () => [
    text('1.json', {
      id: '1-a',
      date_journal: Date.parse('2026-04-14T08:00:00Z'),
      timezone: 'Europe/Vienna',
      text: '<p dir="auto">A <strong>loud </strong>hall &amp; <a href="https://example.org/a_b">slides</a></p>\n<ul><li>tea</li><li>soup</li></ul>',
      mood: 3,
      lat: 1.7976931348623157e308,
      lon: 1.7976931348623157e308,
      favourite: true,
      photos: ['1-a-one.png', '1-a-two.mp4'],
      tags: ['#pycon'],
      type: 'html',
    }),
    text('2.json', {
      id: '2-b',
      date_journal: Date.parse('2026-04-15T20:30:00Z'),
      timezone: 'Asia/Tokyo',
      text: '# Dinner\n\nNoodles with *Kim*.',
      address: 'Main Street 1',
      photos: [],
      tags: [],
      type: 'markdown',
    }),
    picture('1-a-one.png', 1),
  ],
  times: ['2026-04-14 10:00', '2026-04-16 05:30'],
  titles: ['', 'Dinner'],
  tags: ['pycon'],
  starred: 1,
  pictures: ['1-a-one.png'],
  words: ['A loud hall & slides https://example.org/a_b tea soup', 'Dinner Noodles with Kim.'],
  leftOut: [/mood \(1\)/, /address \(1\)/, /“1-a-two\.mp4”/],
}

const miniDiary: WrittenJournal = {
  format: 'mini-diary',
  files: () => [
    text('export.json', {
      metadata: { application: 'Mini Diary', version: 'v3.4.0', dateUpdated: 'Thu Apr 16 2026' },
      entries: {
        '2026-04-14': [{ dateUpdated: 'x', id: '0', title: 'One', text: 'This is **bold** and _italic_.' }],
        '2026-04-15': { dateUpdated: 'x', title: 'Two', text: '- tea\n- soup' },
        '2026-04-16': [
          { id: '1', title: 'Three', text: 'Line one\nline two' },
          { id: '2', title: '', text: 'Untitled words' },
        ],
      },
    }),
  ],
  times: ['2026-04-14', '2026-04-15', '2026-04-16', '2026-04-16'],
  titles: ['One', 'Two', 'Three', ''],
  tags: [],
  starred: 0,
  pictures: [],
  words: ['One This is bold and italic.', 'Two tea soup', 'Three Line one line two', 'Untitled words'],
  leftOut: [/dateUpdated \(2\)/],
}

const jrnlJson: WrittenJournal = {
  format: 'jrnl',
  files: () => [
    text('journal.json', {
      tags: { '@pycon': 1 },
      entries: [
        {
          title: 'Met @kim.',
          body: 'In the queue.\n',
          date: '2026-04-14',
          time: '09:05',
          tags: ['@pycon'],
          starred: true,
        },
        {
          title: 'Lunch.',
          body: '',
          date: '2026-04-15',
          time: '23:59',
          tags: [],
          starred: false,
          uuid: 'x',
          mood: 'good',
        },
        { title: 'Lost.', body: 'x', date: 'someday', time: '', tags: [], starred: false },
      ],
    }),
  ],
  times: ['2026-04-14 09:05', '2026-04-15 23:59'],
  titles: ['Met @kim.', 'Lunch.'],
  tags: ['pycon'],
  starred: 1,
  pictures: [],
  words: ['Met @kim. In the queue.', 'Lunch.'],
  leftOut: [/could not be read: “Lost\.”/, /mood \(1\)/],
}

const jrnlText: WrittenJournal = {
  format: 'jrnl',
  files: () => [
    text(
      'journal.txt',
      [
        '[2026-04-14 09:00] The hall is open. *',
        'Coffee with @kim and @ola, but not me@example.org.',
        '',
        '[not a time] stays in the text',
        '',
        '[2026-04-14 02:15:00 PM] Keynote.',
        '- point [2026] in the middle',
        '',
        '[15.04.2026 08:30] German time. @pycon',
        '[2026/04/16 20:00] Slashes.',
        '',
      ].join('\n'),
    ),
  ],
  times: ['2026-04-14 09:00', '2026-04-14 14:15', '2026-04-15 08:30', '2026-04-16 20:00'],
  titles: ['The hall is open.', 'Keynote.', 'German time. @pycon', 'Slashes.'],
  tags: ['kim', 'ola', 'pycon'],
  starred: 1,
  pictures: [],
  words: [
    'The hall is open. Coffee with @kim and @ola, but not me@example.org. [not a time] stays in the text',
    'Keynote. point [2026] in the middle',
    'German time. @pycon',
    'Slashes.',
  ],
  leftOut: [],
}

const note = (noteId: string, title: string, body: string, fields: Record<string, string>): ImportFile =>
  text(
    `${noteId}.md`,
    [
      title,
      ...(body === '' ? [] : ['', body]),
      '',
      `id: ${noteId}`,
      ...Object.entries({ latitude: '0.00000000', encryption_applied: '0', ...fields }).map(
        ([name, value]) => `${name}: ${value}`,
      ),
    ].join('\n'),
  )
const item = (itemId: string, title: string, fields: Record<string, string>): ImportFile =>
  text(
    `${itemId}.md`,
    [
      ...(title === '' ? [] : [title, '']),
      `id: ${itemId}`,
      ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    ].join('\n'),
  )

const joplin: WrittenJournal = {
  format: 'joplin',
  files: () => [
    note(
      id('1'),
      'Keynote',
      `The hall: full\nrating: 5\n\n![a lamp](:/${id('a')} "By night")\n\nSee [slides](:/${id('b')}) and [the other note](:/${id('2')}).\n\n<img src=":/${id('c')}" width="300" alt="small">\n\ncolour: red`,
      {
        created_time: '2026-04-14T07:00:00.000Z',
        user_created_time: '2026-04-14T08:30:00.000Z',
        markup_language: '1',
        parent_id: id('f'),
        type_: '1',
        latitude: '49.87',
      },
    ),
    note(id('2'), 'Dinner', `<p>Noodles <b>with Kim</b></p><p><img src=":/${id('c')}" alt="bowl"/></p>`, {
      user_created_time: '2026-04-15T18:00:00.000Z',
      markup_language: '2',
      parent_id: id('e'),
      type_: '1',
    }),
    note(id('3'), 'Twice', 'x', { user_created_time: '2026-04-15T18:00:00.000Z', is_conflict: '1', type_: '1' }),
    note(id('4'), 'Thrown away', 'x', {
      user_created_time: '2026-04-15T18:00:00.000Z',
      deleted_time: '1776000000000',
      type_: '1',
    }),
    note(id('5'), '', '', {
      encryption_applied: '1',
      encryption_cipher_text: 'JED01',
      user_created_time: '2026-04-15T18:00:00.000Z',
      type_: '1',
    }),
    item(id('f'), 'PyCon', { type_: '2' }),
    item(id('e'), 'Food', { type_: '2' }),
    item(id('a'), 'lamp.png', { mime: 'image/png', file_extension: 'png', size: '1', type_: '4' }),
    item(id('b'), 'slides.pdf', { mime: 'application/pdf', file_extension: 'pdf', type_: '4' }),
    item(id('c'), 'bowl.png', { mime: 'image/png', file_extension: 'png', type_: '4' }),
    item(id('6'), 'pycon', { type_: '5' }),
    item(id('7'), '', { note_id: id('1'), tag_id: id('6'), type_: '6' }),
    picture(`resources/${id('a')}.png`, 1),
    picture(`resources/${id('c')}.png`, 2),
  ],
  times: ['2026-04-14 10:30', '2026-04-15 20:00'],
  titles: ['Keynote', 'Dinner'],
  tags: ['pycon', 'PyCon', 'Food'],
  starred: 0,
  pictures: [`${id('a')}.png`, `${id('c')}.png`],
  words: [
    'Keynote The hall: full rating: 5 a lamp By night See slides and the other note. small colour: red',
    'Dinner Noodles with Kim bowl',
  ],
  leftOut: [
    /latitude \(1\)/,
    /conflict of synchronization.*“Twice”/,
    /trash.*“Thrown away”/,
    /encrypted/,
    /“slides\.pdf”/,
    /“the other note”/,
  ],
}

const redNotebook: WrittenJournal = {
  format: 'red-notebook',
  files: () => [
    text(
      'data/2026-04.txt',
      [
        '14:',
        '  Talks:',
        '    Ansible: null',
        '    Pair & Share: null',
        '  darmstadt: null',
        "  text: '= Day 1 =",
        '',
        '',
        '    **Keynote** by //Kim Lee// at https://example.org/a//b, __twice__ and --never--.',
        '',
        '    - point one',
        '',
        '    - point two: ``**code**``',
        '',
        '    [""/home/me/photos/lamp"".png]',
        '',
        '    [the slides ""https://example.org/x_y""] #pycon #llm',
        '',
        '    || Room | Seats |',
        '',
        "    | Aula | 300 |'",
        '15:',
        '  text: "<b>no tags</b> & \\"\\"**raw**\\"\\" words\\n\\tquoted line\\n# no heading"',
        '',
      ].join('\n'),
    ),
    text('data/2026-04.new.txt', '14:\n  text: a copy\n'),
    picture('images/lamp.png', 1),
  ],
  times: ['2026-04-14', '2026-04-15'],
  titles: ['Day 1', ''],
  tags: ['Talks', 'darmstadt', 'pycon', 'llm'],
  starred: 0,
  pictures: ['lamp.png'],
  words: [
    'Day 1 Keynote by Kim Lee at https://example.org/a//b twice and never point one point two: **code** the slides https://example.org/x_y #pycon #llm Room Seats Aula 300 Talks Ansible Pair & Share',
    '<b>no tags</b> & **raw** words quoted line # no heading',
  ],
  leftOut: [/“2026-04\.new\.txt”/],
}

const post = (title: string, day: string, content: string, more = ''): string => `<item>
<title><![CDATA[${title}]]></title>
<content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date><![CDATA[${day}]]></wp:post_date><wp:status><![CDATA[publish]]></wp:status>
<wp:post_type><![CDATA[post]]></wp:post_type>${more}</item>`

const upload = (number: number, name: string): string => `<item><title>${name}</title>
<content:encoded></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>${number}</wp:post_id>
<wp:post_parent>7</wp:post_parent><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://blog.example.org/wp-content/uploads/2026/04/${name}</wp:attachment_url></item>`

const wordPress: WrittenJournal = {
  format: 'wordpress',
  files: () => [
    text(
      'export.xml',
      `<?xml version="1.0"?><!-- generator="WordPress" --><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e">
<channel><title>Our blog</title><wp:wxr_version>1.2</wp:wxr_version>
${post(
  'Blocks &amp; tables',
  '2026-04-14 09:30:00',
  `<!-- wp:paragraph --><p>The <strong>hall</strong> was loud.</p><!-- /wp:paragraph -->
<!-- wp:image {"id":8} --><figure class="wp-block-image"><img src="https://blog.example.org/wp-content/uploads/2026/04/lamp-300x200.png" alt="lamp" class="wp-image-8"/><figcaption>By night</figcaption></figure><!-- /wp:image -->
<!-- wp:gallery --><figure class="wp-block-gallery"><!-- wp:image --><figure class="wp-block-image"><img src="https://blog.example.org/wp-content/uploads/2026/04/bowl.png" alt="bowl"/></figure><!-- /wp:image --><!-- wp:image --><figure class="wp-block-image"><img src="https://other.example/away.png" alt="away"/></figure><!-- /wp:image --><figcaption class="blocks-gallery-caption">All of it</figcaption></figure><!-- /wp:gallery -->
<!-- wp:table --><figure class="wp-block-table"><table><tbody><tr><td>Aula</td><td>300</td></tr></tbody></table><figcaption>Rooms</figcaption></figure><!-- /wp:table -->
<!-- wp:embed --><figure class="wp-block-embed"><div>https://example.org/talk</div></figure><!-- /wp:embed -->`,
  '<category domain="category" nicename="travel"><![CDATA[Food &amp; Travel]]></category><category domain="post_tag" nicename="c"><![CDATA[C++]]></category><category domain="category" nicename="uncategorized">Uncategorized</category><wp:is_sticky>1</wp:is_sticky><wp:comment><wp:comment_content>Nice</wp:comment_content></wp:comment>',
)}
${post(
  'Classic',
  '2026-04-15 20:00:00',
  `First paragraph
second line

[caption id="a" align="left" width="300"]<img src="https://blog.example.org/wp-content/uploads/2026/04/lamp.png" alt="" /> The lamp again[/caption]

[gallery ids="8,9"]

[audio mp3="https://blog.example.org/wp-content/uploads/song.mp3"][/audio]

Last [unknown x="1"] words`,
)}
${upload(8, 'lamp.png')}${upload(9, 'bowl.png')}
<item><title>About</title><wp:post_type>page</wp:post_type></item>
</channel></rss>`,
    ),
    picture('uploads/2026/04/lamp.png', 1),
    picture('uploads/2026/04/bowl.png', 2),
  ],
  times: ['2026-04-14 09:30', '2026-04-15 20:00'],
  titles: ['Blocks & tables', 'Classic'],
  tags: ['Food & Travel', 'C++'],
  starred: 1,
  pictures: ['lamp.png', 'bowl.png'],
  words: [
    'Blocks & tables The hall was loud. lamp By night bowl away All of it Aula 300 Rooms https://example.org/talk',
    'Classic First paragraph second line The lamp again Last [unknown x="1"] words',
  ],
  leftOut: [/comment \(1\)/, /“About”/, /“song\.mp3”/],
}

const obsidian: WrittenJournal = {
  format: 'markdown-folder',
  files: () => [
    text(
      'Vault/Daily/2026-04-14.md',
      '---\ntags: [pycon, "#travel"]\nmood: good\n---\n# Arrival\n\nMet [[People/Kim Lee|Kim]] and [[Ola#Talk]]. ==Loud== hall #food.\n\n![[lamp.png|300]]\n\n> [!tip] Remember\n> the `[[code]]`\n\n%%secret%%![[talk.mp3]]\n',
    ),
    text('Vault/Daily/2026-04-15.md', 'Plain words, and ![a bowl](../img/bowl.png).\n\n![[Other note]]\n'),
    text('Vault/Keynote.md', '---\ndate: 2026-04-16T09:15\n---\nThe talk.'),
    text('Vault/Ideas.md', 'No date here.'),
    picture('Vault/img/lamp.png', 1),
    picture('Vault/img/bowl.png', 2),
  ],
  times: ['2026-04-14', '2026-04-15', '2026-04-16 09:15'],
  titles: ['Arrival', '', 'Keynote'],
  tags: ['pycon', 'travel', 'food'],
  starred: 0,
  pictures: ['lamp.png', 'bowl.png'],
  words: [
    'Arrival Met Kim and Ola Talk. Loud hall #food. Remember the [[code]] talk mp3',
    'Plain words, and a bowl. Other note',
    'Keynote The talk.',
  ],
  leftOut: [/mood \(1\)/, /no date.*“Ideas\.md”/, /“talk\.mp3”/, /secret/],
}

const dayOneText: WrittenJournal = {
  format: 'day-one',
  files: () => [
    text(
      'Journal.txt',
      '\tDate:\t14 April 2026 at 09:05:00 CEST\n\tWeather:\t12°C\n\tTags:\tpycon, food\n\tPhotos:\tlamp.png\n\nArrival at the hall.\n\nMore words.\n\n\n\tDate:\t15 April 2026 at 23:10:00 GMT+2\n\n# Second\n\nDate:\tnot a field\n',
    ),
    picture('photos/lamp.png', 1),
  ],
  times: ['2026-04-14 09:05', '2026-04-15 23:10'],
  titles: ['', 'Second'],
  tags: ['pycon', 'food'],
  starred: 0,
  pictures: ['lamp.png'],
  words: ['Arrival at the hall. More words.', 'Second Date: not a field'],
  leftOut: [/Weather \(1\)/],
}

/** One journal in the shape of each format. */
export const writtenJournals: readonly WrittenJournal[] = [
  dayOne,
  dayOneText,
  journey,
  miniDiary,
  jrnlJson,
  jrnlText,
  joplin,
  redNotebook,
  wordPress,
  obsidian,
]

const wordsIn = (written: string): string[] => (written.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted()

/** The words of one text that another does not have, or has fewer times. */
export function lostWords(before: string, after: string): string[] {
  const counts = new Map<string, number>()
  for (const word of wordsIn(after)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return wordsIn(before).filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count <= 0
  })
}
