import { gzipSync } from 'node:zlib'
import { seeded } from './random.ts'

export interface Damage {
  /** What was done, such as "cut at 34 %". */
  name: string
  /** The kind of damage, for counting. */
  kind: string
  bytes: Buffer
  /** Not damage, but the file of a newer Lanyard, which is read and never written. */
  isNewer?: boolean
}

const NEWER = 'a version of times to come'

/**
 * Damages a file in a number of ways, as disks, editors, sync clients and power cuts do. Each way is used once before
 * any is used again; bits are flipped and stretches wiped as often as needed.
 *
 * @param good a file with some non-ASCII letters
 */
export function damages(good: Buffer, runs: number, seed: number): Damage[] {
  const random = seeded(seed)
  const flip = (): Damage => {
    const [at, bit] = [random.below(good.byteLength), random.below(8)]
    const bytes = Buffer.from(good)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
    return { name: `bit ${bit} of byte ${at} flipped`, kind: 'flipped bits', bytes }
  }
  const wipe = (): Damage => {
    const [from, length] = [random.below(good.byteLength), 1 + random.below(600)]
    const bytes = Buffer.from(good).fill(0, from, Math.min(good.byteLength, from + length))
    return { name: `${length} bytes from ${from} on wiped`, kind: 'wiped stretches', bytes }
  }
  const lose = (): Damage => {
    const [from, length] = [random.below(good.byteLength), 1 + random.below(600)]
    const bytes = Buffer.concat([good.subarray(0, from), good.subarray(from + length)])
    return { name: `${length} bytes from ${from} on missing`, kind: 'lost stretches', bytes }
  }
  const mix = (): Damage => {
    const [from, to] = [random.below(good.byteLength), random.below(good.byteLength)]
    const bytes = Buffer.concat([good.subarray(0, from), good.subarray(to)])
    return { name: `${from} bytes, then what comes after ${to}`, kind: 'stretches of two states', bytes }
  }
  const made = [...cuts(good), ...wholeFiles(good)]
  const more = [flip, flip, wipe, lose, mix]
  while (made.length < runs) {
    const damage = random.pick(more)()
    // Replacing NULs with NULs, or bytes with the same bytes, is not damage.
    if (!damage.bytes.equals(good)) made.push(damage)
  }
  // A small number gets some of each kind.
  return made.length === runs
    ? made
    : Array.from({ length: runs }, () => made.splice(random.below(made.length), 1)).flat()
}

/** Cuts at each percent, and at the first and the last bytes. */
function cuts(good: Buffer): Damage[] {
  const places = [
    ...Array.from({ length: 100 }, (_, part) => Math.floor((good.byteLength * part) / 100)),
    1,
    2,
    good.byteLength - 1,
    good.byteLength - 3,
  ]
  return [...new Set(places)].map((length) => ({
    name: `cut after ${length} bytes`,
    kind: 'cuts',
    bytes: good.subarray(0, length),
  }))
}

function wholeFiles(good: Buffer): Damage[] {
  const text = good.toString('utf8')
  const [, , ...lines] = text.split('\n')
  const id = /"id": "[^"]+"/.exec(text)?.[0] ?? ''
  const without = (key: string) => `{\n${lines.join('\n').replace(new RegExp(`^ {2}"${key}": .*\n`, 'm'), '')}`
  const files: Record<string, string | Buffer> = {
    nothing: '',
    blanks: ' \n\t\r\n',
    null: 'null',
    true: 'true',
    'a number': '42',
    'a text': '"trip"',
    'a list': '[]',
    'an empty object': '{}',
    'a list with a trip': `[${text}]`,
    'two trips after each other': `${text}${text}`,
    'NULs, as long as before': Buffer.alloc(good.byteLength),
    'one NUL': '\0',
    'NULs after it': Buffer.concat([good, Buffer.alloc(512)]),
    'a byte order mark before it': Buffer.concat([Buffer.from('\uFEFF'), good]),
    'Latin-1': Buffer.from(text, 'latin1'),
    'UTF-16': Buffer.from(text, 'utf16le'),
    'UTF-16 with its mark': Buffer.from(`\uFEFF${text}`, 'utf16le'),
    packed: gzipSync(good),
    'a page of a hotel’s network': '<!doctype html><title>Log in</title><p>Welcome to our wireless network.',
    'a conflict of a version control': `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`,
    'Windows line breaks': text.replaceAll('\n', '\r\n'),
    'letters in their other form': text.normalize('NFD'),
    'very deep lists': `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    'NaN as a number': text.replace('"schemaVersion": 1', '"schemaVersion": NaN'),
    'a very old version': `{\n${lines.join('\n').replace('"schemaVersion": 1', '"schemaVersion": 0')}`,
    [NEWER]: `{\n${lines.join('\n').replace('"schemaVersion": 1', '"schemaVersion": 999')}`,
    'a version that is a text': `{\n${lines.join('\n').replace('"schemaVersion": 1', '"schemaVersion": "1"')}`,
    'no version': without('schemaVersion'),
    'no identifier': without('id'),
    'no days': without('firstDay'),
    'additional keys': `{\n  "__proto__": {"polluted": true},\n  "other": 1,\n${lines.join('\n')}`,
    'an identifier that is a path': `{\n${lines.join('\n').replace(id, '"id": "../../etc"')}`,
    'an unknown zone': `{\n${lines.join('\n').replace('"Europe/Berlin"', '"Middle/Earth"')}`,
    'the wrong checksum': text.replace(/crc32:[0-9a-f]{8}/, 'crc32:00000000'),
    'a checksum of another kind': text.replace(/crc32:[0-9a-f]{8}/, 'sha1:00000000'),
    'a checksum that is a number': text.replace(/"crc32:[0-9a-f]{8}"/, '12345678'),
  }
  return Object.entries(files).map(([name, content]) => ({
    name,
    kind: 'whole files',
    bytes: Buffer.from(content),
    isNewer: name === NEWER,
  }))
}
