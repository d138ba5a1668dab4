import type { ImportFile } from '../../../electron/journal/importers/importer.ts'
import { id, picture, text, type WrittenJournal } from './written-journal.ts'

/* Journals in a markup of their own, in XML or in linked notes. */

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

export const joplin: WrittenJournal = {
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

export const redNotebook: WrittenJournal = {
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

export const wordPress: WrittenJournal = {
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

export const obsidian: WrittenJournal = {
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
  leftOut: [/mood \(1\)/, /no date.*“Ideas\.md”/, /“talk\.mp3”/, /secret/, /only its name: “Other note”/],
}
