/** A programme that is small to send and hard to read, or just large. */
export interface ProgrammeBomb {
  name: string
  make: () => string
}

const MEBIBYTE = 1024 * 1024

/** Fills up to a size with one piece of text. */
const fill = (piece: string, bytes: number) => piece.repeat(Math.floor(bytes / piece.length))

const calendar = (events: string, zones = '') => `BEGIN:VCALENDAR\n${zones}${events}END:VCALENDAR\n`
const event = (lines: string) => `BEGIN:VEVENT\nUID:1\nSUMMARY:Talk\nDTSTART:20260707T090000Z\n${lines}END:VEVENT\n`
const schedule = (events: string) => `<schedule><day date="2026-07-07"><room name="A">${events}</room></day></schedule>`

/** Each entity means ten times the one before. */
const laughs = Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
  '',
)

const zone = `BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\nEND:STANDARD\nEND:VTIMEZONE\n`

export const programmeBombs: readonly ProgrammeBomb[] = [
  { name: 'a rule that no date fits', make: () => calendar(event('RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n')) },
  { name: 'a rule for each second', make: () => calendar(event('RRULE:FREQ=SECONDLY\n').repeat(1000)) },
  {
    name: 'a rule without an end',
    make: () => calendar(event('RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU\n').repeat(5000)),
  },
  {
    name: 'a time zone whose rule no date fits',
    make: () => calendar(event('DTEND;TZID=Odd:20260707T100000\n'), zone),
  },
  {
    name: 'many exceptions',
    make: () => calendar(event(`EXDATE:${fill('20260707T090000Z,', 4 * MEBIBYTE)}20260708T090000Z\n`)),
  },
  { name: 'many parameters', make: () => calendar(event(`X${fill(';A=B', 2 * MEBIBYTE)}:1\n`)) },
  { name: 'many quotation marks', make: () => calendar(event(`X;CN=${fill('"', 8 * MEBIBYTE)}:1\n`)) },
  { name: 'events, 20 MB', make: () => calendar(fill(event(''), 19 * MEBIBYTE)) },
  { name: 'folded lines, 19 MB', make: () => calendar(event(`DESCRIPTION:x${fill('\n x', 19 * MEBIBYTE)}\n`)) },
  { name: 'components in components', make: () => fill('BEGIN:VCALENDAR\n', 8 * MEBIBYTE) },
  {
    name: 'entities of entities',
    make: () =>
      `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY l0 "lol">${laughs}]>${schedule('<event id="1"><title>&l10;</title></event>')}`,
  },
  {
    name: 'an entity that names a file',
    make: () =>
      `<!DOCTYPE schedule [<!ENTITY f SYSTEM "file:///etc/passwd">]>${schedule('<event id="1"><title>&f;</title></event>')}`,
  },
  {
    name: 'elements in elements',
    make: () => `<schedule>${'<day>'.repeat(500_000)}${'</day>'.repeat(500_000)}</schedule>`,
  },
  { name: 'elements in XML, 19 MB', make: () => `<schedule>${fill('<day><room/></day>', 19 * MEBIBYTE)}</schedule>` },
  {
    name: 'sessions in XML, 19 MB',
    make: () => schedule(fill('<event id="1"><title>x</title></event>', 19 * MEBIBYTE)),
  },
  {
    name: 'attributes, 8 MB',
    make: () => `<schedule ${Array.from({ length: 600_000 }, (_, index) => `a${index}="x"`).join(' ')}/>`,
  },
  {
    name: 'references in one title, 19 MB',
    make: () => schedule(`<event id="1"><title>${fill('&amp;', 19 * MEBIBYTE)}</title></event>`),
  },
  {
    name: 'a thousand texts of deep HTML',
    make: () =>
      schedule(
        `<event id="1"><title>x</title><abstract>${'&lt;p&gt;&lt;b&gt;'.repeat(500)}</abstract></event>`.repeat(1000),
      ),
  },
  {
    name: 'lists in lists as JSON, 19 MB',
    make: () => `{"schedule":${fill('[', 9 * MEBIBYTE)}${fill(']', 9 * MEBIBYTE)}}`,
  },
  {
    name: 'sessions as JSON, 19 MB',
    make: () =>
      `{"schedule":{"conference":{"days":[{"date":"2026-07-07","rooms":{"A":[${fill('{"title":"x","duration":"0:30"},', 19 * MEBIBYTE)}{}]}}]}}}`,
  },
  { name: 'rows of a table, 19 MB', make: () => `Title,Start\n${fill('x,2026-07-07 09:00\n', 19 * MEBIBYTE)}` },
  { name: 'columns of a table, 10 MB', make: () => `Title,Start,${fill('x,', 10 * MEBIBYTE)}` },
  { name: 'a quotation without an end, 19 MB', make: () => `Title,Start\n"${fill('x,', 19 * MEBIBYTE)}` },
  { name: 'lines with times, 19 MB', make: () => fill('10:45 a - b - c (d)\n', 19 * MEBIBYTE) },
  { name: 'letters, 19 MB', make: () => fill('a', 19 * MEBIBYTE) },
  { name: 'spaces, 19 MB', make: () => fill(' ', 19 * MEBIBYTE) },
]
