/**
 * Paths and names that lead out of the folder to which they are joined, or that some system reads differently. Written in
 * the manner of the usual lists of path traversals.
 */

/** Ways to write one step up. */
const ups = [
  '..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '%25252e%25252e',
  '..%00',
  '..\0',
  '.. ',
  '..;',
  '...',
  '....',
  '.\u200b.',
  '\uff0e\uff0e',
  '\u2024\u2024',
  '%c0%ae%c0%ae',
  '%u002e%u002e',
]

/** Ways to write what separates two names. */
const separators = [
  '/',
  '\\',
  '//',
  '/./',
  '\\/',
  '%2f',
  '%2F',
  '%5c',
  '%5C',
  '%252f',
  '%255c',
  '%25252f',
  '\u2215',
  '\u2044',
  '\uff0f',
  '\uff3c',
  '%c0%af',
  '%c1%9c',
  ';/',
  '/%00/',
  '/\t/',
]

/** Paths of a root of their own: of drives, of other computers, of devices. */
const roots = [
  '/',
  '//',
  '///',
  '\\',
  '\\\\',
  'C:',
  'C:\\',
  'C:/',
  'c|/',
  'Z:\\..\\',
  '\\\\server\\share\\',
  '//server/share/',
  '\\\\?\\C:\\',
  '\\\\.\\PhysicalDrive0\\',
  '\\\\?\\UNC\\server\\share\\',
  '\\\\localhost\\c$\\',
  '/proc/self/root/',
  '/proc/self/cwd/',
  '/dev/fd/',
  'file:///',
  'file://localhost/',
  '~/',
  '~root/',
  '$HOME/',
  '%USERPROFILE%\\',
  './/',
  './/../',
]

/** Names that are not paths, and yet mean something to a system or a language. */
export const oddNames: readonly string[] = [
  '',
  ' ',
  '.',
  '..',
  '...',
  '-rf',
  '--help',
  'CON',
  'con.png',
  'NUL.txt',
  'COM1',
  'LPT9.json',
  'aux .md',
  'a:b',
  'a.png:stream',
  'a.png::$DATA',
  'trip.json ',
  'trip.json.',
  'TRIP.JSON',
  'trip\u0000.json',
  'trip.json\0.png',
  'tr\u200dip.json',
  'gnp.\u202ejson',
  'a\nb',
  'a\rb',
  'a\u001b[2Jb',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\udfff.png',
  'x'.repeat(256),
  'x'.repeat(5000),
  '\u0301'.repeat(300),
  '*',
  '?',
  '|',
  '<>',
  '"',
  "'; drop",
  '$(id)',
  '`id`',
  '&&',
  '%s%s%n',
  '{{x}}',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  '.history',
  '.trash',
  '.cache',
  '.tmp',
  'photos',
  'trip.json',
]

/**
 * Ways to a file from a folder, for a file that is some steps up and then down.
 *
 * @param below names from the top, as `['private', 'secret.png']`
 */
export function waysTo(below: readonly string[]): string[] {
  const plain = [1, 2, 3, 5].flatMap((steps) =>
    ups.flatMap((up) => separators.map((separator) => [...Array<string>(steps).fill(up), ...below].join(separator))),
  )
  // Many filters look at the beginning of a path, or take ".." away once.
  const disguised = [
    '....//',
    '..././',
    'photos/../../',
    'photos/%2e%2e/%2e%2e/',
    'x/../../',
    './../',
    '/../',
    '\\..\\',
  ].flatMap((up) => [1, 2, 4].map((steps) => up.repeat(steps) + below.join('/')))
  const rooted = roots.map((root) => root + below.join(root.includes('\\') ? '\\' : '/'))
  return [...plain, ...disguised, ...rooted]
}
