import { id, picture, text, type WrittenJournal } from './written-journal.ts'

/* Journals whose files are JSON or plain text. */

export const dayOne: WrittenJournal = {
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

export const journey: WrittenJournal = {
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

export const miniDiary: WrittenJournal = {
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

export const jrnlJson: WrittenJournal = {
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

export const jrnlText: WrittenJournal = {
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

export const dayOneText: WrittenJournal = {
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
