import type { Random } from '../../torture/random.ts'
import { waysTo } from './paths.ts'

/** The scheme, host and beginning of addresses, as browsers and other programs may write them. */
const hosts = [
  'lanyard',
  'LANYARD',
  'lanyard.',
  'lanyard:80',
  'lanyard@evil.example',
  'user:password@lanyard',
  'evil.example',
  '',
  '.',
  '..',
  '%6canyard',
  'lanyard%00',
  'lanyard\\..',
  '127.0.0.1',
  'localhost',
  '[::1]',
  'xn--lanyard-',
  'l\u0430nyard',
]

/** What can follow the path without being part of it, and what programs take for part of it. */
const endings = [
  '',
  '',
  '',
  '?',
  '?x=1',
  '#',
  '#..',
  ';a=b',
  '%00.png',
  '\0.js',
  '.',
  '/',
  '//',
  '/.',
  '%20',
  '::$DATA',
  '~',
  '.bak',
]

/** Where a path may begin. */
const beginnings = [
  '/',
  '//',
  '/./',
  '/assets/',
  '/assets/../',
  '/assets/..%2f',
  '/index.html/',
  '/photo/',
  '/call/',
  '\\',
  '/%2f',
  '/;/',
]

/** The ways up that are the likeliest to work. */
const plainUps = ['../', '..%2f', '%2e%2e%2f', '%2e%2e/', '..%5c', '%252e%252e%252f']

/** A random path to one of some files, as the part of an address behind the host. */
export function inventPath(targets: readonly (readonly string[])[], random: Random): string {
  const target = random.pick(targets)
  if (random.chance(0.3)) {
    const steps = random.pick(plainUps).repeat(1 + random.below(3))
    return random.pick(['/', '/assets/']) + steps + target.join(random.pick(['/', '/', '%2f']))
  }
  const way = random.pick(waysTo(target))
  return disguise(random.pick(beginnings) + way, random) + random.pick(endings)
}

/** A random host, mostly the right one. */
export function inventHost(right: string, random: Random): string {
  return random.chance(0.7) ? right : random.pick(hosts)
}

/** Writes some characters in another way that may mean the same. */
function disguise(path: string, random: Random): string {
  if (random.chance(0.5)) return path
  const part = random.pick([0.05, 0.3, 1])
  return Array.from(path, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code > 0x7e || !random.chance(part)) return character
    const hex = code.toString(16).padStart(2, '0')
    return random.pick([`%${hex}`, `%${hex.toUpperCase()}`, `%25${hex}`, character.toUpperCase(), character])
  }).join('')
}
