import type { Random } from '../../torture/random.ts'
import { oddNames } from './paths.ts'

/** Values that no schema of the contract expects, as far as another process could send them. Each call makes a new one. */
export const strangeValues: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.NEGATIVE_INFINITY,
  () => -0,
  () => -1,
  () => 0.1,
  () => 2 ** 53,
  () => 1e308,
  () => 5e-324,
  () => 10n ** 40n,
  () => true,
  () => '',
  () => [],
  () => ({}),
  () => Object.create(null) as object,
  () => new Date(Number.NaN),
  () => new Date('2026-04-14'),
  () => new Map([['tripId', 'x']]),
  () => new Set(['x']),
  () => /(a+)+$/,
  () => new Error('an error'),
  () => new ArrayBuffer(16),
  () => new Uint8Array(0),
  () => new Float64Array([Number.NaN]),
  () => new DataView(new ArrayBuffer(4)),
  () => Object('boxed'),
  () => Object(1),
  () => Object(Symbol.iterator),
  () => Symbol('a symbol'),
  () => () => 'a function',
  () => Promise.resolve('a promise'),
  () => ({ length: 4_294_967_295 }),
  () => ({ toString: 'x', valueOf: 'y' }),
  () => ({ toJSON: 'x' }),
  polluting,
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => ({ $bytes: 'AAAA' }),
  () => ({ $bytes: '../../etc/passwd' }),
  cyclic,
  () => holes(1000),
  () => [holes(10), holes(10)],
  () => deep(50),
  () => deep(5000),
  () => Array.from({ length: 100_000 }, () => null),
  () => Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, index])),
]

/** Values that cost a lot to look at. They are drawn rarely. */
export const heavyValues: readonly (() => unknown)[] = [
  () => 'x'.repeat(10_000_000),
  () => '\u0000'.repeat(10_000_000),
  () => '\ud800'.repeat(5_000_000),
  () => '../'.repeat(3_000_000),
  () => `2026-04-14T10:00:00.${'1'.repeat(10_000_000)}`,
  () => `https://${'a.'.repeat(5_000_000)}`,
  () => `mailto:${'a@b.c,'.repeat(1_000_000)}`,
  () => ' '.repeat(10_000_000),
  () => '-'.repeat(10_000_000),
  () => '\n'.repeat(10_000_000),
  () => new Uint8Array(10_000_000),
  () => deep(200_000),
  () => holes(50_000_000),
  () => Array.from({ length: 1_000_000 }, () => 'x'),
  () => Array.from({ length: 1_000_000 }, () => ({})),
  () => Object.fromEntries(Array.from({ length: 500_000 }, (_, index) => [`key${index}`, index])),
]

/** Texts that are read as something else than a text. */
export function strangeText(random: Random): string {
  return random.pick(random.chance(0.5) ? oddNames : texts)
}

const texts: readonly string[] = [
  'ordinary words',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-04-14T25:00:00Z',
  '2026-04-14T10:00:00+99:99',
  '-271821-04-20T00:00:00Z',
  'Europe/Berlin',
  'Etc/GMT+14',
  '../../Europe/Berlin',
  'javascript:attack()',
  'file:///etc/passwd',
  'https://example.org/',
  'mailto:a@example.org?attach=/etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-0000-0000-00000000000g',
  '20260414T101500000Z',
  '99999999T999999999Z',
  '<script>attack()</script>',
  '](photo:../../secret)',
  '![](photo:__proto__)',
  '[^a]: x[^a]',
  '---\na: &a [*a, *a]\n---\n',
  '\u202e\u2066\u2028\u2029',
  'e\u0301'.repeat(100),
  '\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67'.repeat(50),
]

/** As JSON makes it: the key is the object's own, and copying it carelessly changes every object. */
function polluting(): unknown {
  return JSON.parse('{"__proto__":{"polluted":true},"polluted":true}')
}

function cyclic(): unknown {
  const one: Record<string, unknown> = { name: 'one' }
  one['self'] = one
  one['list'] = [one]
  return one
}

/** A list that is long without having anything in it: it costs nothing to send. */
function holes(length: number): unknown[] {
  const list: unknown[] = []
  list.length = length
  return list
}

function deep(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}
