import { expect, test } from 'vitest'
import { contentSecurityPolicy, pageFile, preparePage } from '../../electron/shared/page.ts'

test('the policy allows our own scripts, style sheets with the nonce, and pictures from the shell’s source', () => {
  expect(contentSecurityPolicy('abc', 'trip:')).toContain(
    `script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' trip: blob:;`,
  )
  expect(contentSecurityPolicy('abc', null)).toContain(`img-src 'self' blob:;`)
  expect(contentSecurityPolicy('abc', null, "'sha256-x'")).toContain(`script-src 'self' 'sha256-x';`)
  expect(contentSecurityPolicy('abc', null)).not.toMatch(/unsafe|https?:|data:|\*/)
})

test('the nonce comes first in the head, where later code finds it', () => {
  const html = preparePage('<!doctype html><html lang="en"><head><title>x</title></head></html>', 'abc', 'en-XA')
  expect(html).toMatch(/<head>\s*<meta name="csp-nonce" property="csp-nonce" content="abc" nonce="abc" \/><title>/)
})

test('the page states its language', () => {
  expect(preparePage('<html lang="en"><head></head></html>', 'abc', 'en-XA')).toContain('<html lang="en-XA">')
})

test('an address leads to a file of the page, with its media type', () => {
  expect(pageFile('/')).toEqual({ file: 'index.html', mediaType: 'text/html; charset=utf-8' })
  expect(pageFile('/assets/index-B_a1.js')).toMatchObject({ file: 'assets/index-B_a1.js' })
  expect(pageFile('/assets/inter-latin.2.woff2')).toMatchObject({ mediaType: 'font/woff2' })
})

test('no address leads out of the page', () => {
  const hostile = [
    '',
    '/..',
    '/../main/index.js',
    '/assets/../../x.js',
    '/assets/..js/x.js',
    '/%2e%2e/x.js',
    '/a\\b.js',
    '//x.js',
    '/assets/.x.js',
    '/.js',
    '/x.js\0',
    '/x.exe',
    '/x',
    '/assets/',
    '/assets/a/b.js',
    '/C:/x.js',
  ]
  expect(hostile.filter((pathname) => pageFile(pathname) !== null)).toEqual([])
})
