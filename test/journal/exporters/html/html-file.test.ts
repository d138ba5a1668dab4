import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkExport } from '../../../../electron/journal/exporters/check-export.ts'
import { htmlFile } from '../../../../electron/journal/exporters/html/html-file.ts'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import type { Report } from '../../../../electron/shared/trip.ts'
import { someNote, tripWith } from '../../../support/library.ts'
import { somePhoto } from '../../../support/photos.ts'
import { onePixel } from '../../../support/trips.ts'

const pictures = new Map([[somePhoto.id, { photo: somePhoto, data: new Uint8Array(onePixel) }]])

function exportPage(text: string, report: Partial<Report> = {}): { page: string; differences: string[] } {
  const trip = { ...tripWith([someNote({ text })]), photos: [somePhoto] }
  const { post } = composePost({
    ...trip,
    report: { ...trip.report, dayHeadings: { style: 'date', own: { '2026-04-14': '' } }, ...report },
  })
  const files = htmlFile.write(post, pictures)
  const [file] = files
  const { differences } = checkExport(htmlFile, post, pictures, new Map(files.map(({ path, data }) => [path, data])))
  return { page: new TextDecoder().decode(file?.data), differences }
}

/** What is between the header and the end of the text. */
function body(text: string): string {
  return /<div id="text">\n([^]*)\n<\/div>\n(?:<footer>|<\/article>)/.exec(exportPage(text).page)?.[1] ?? ''
}

describe('the page', () => {
  test('lets in its own style by its exact hash, pictures that are in it, and nothing else', () => {
    const { page } = exportPage('x')
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#x27;', "'")
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    expect(style).not.toMatch(/url\(|@import/)
    expect(page.indexOf('http-equiv')).toBeLessThan(page.indexOf('<style>'))
  })

  test('says what it is, in which language, by whom and when', () => {
    const { page } = exportPage('The *first* words & more.', { title: 'A "title" & <more>', publishedOn: '2026-05-01' })
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).toContain('<title>A "title" &#x26; &#x3C;more></title>')
    expect(page).toContain('<h1>A "title" &#x26; &#x3C;more></h1>')
    expect(page).toContain(
      '<p class="byline"><span class="author">Ada Example</span> · <time datetime="2026-05-01">Friday, 1 May 2026</time></p>',
    )
    expect(page).toContain('<meta name="description" content="The first words &#x26; more.">')
    expect(page).toContain('<meta property="og:title" content="A &#x22;title&#x22; &#x26; <more>">')
    expect(page).toContain('<meta name="author" content="Ada Example">')
    expect(page).toContain('<footer><ul class="tags"><li>python</li></ul></footer>')
  })

  test('has neither byline nor tags where there are none', () => {
    const { page } = exportPage('x', { authors: [], tags: [] })
    expect(page).not.toMatch(/class="byline"|<footer>|keywords/)
  })

  test('makes a figure of a picture alone, with its caption, and a row of several', () => {
    const picture = `![A "lantern"](photo:${somePhoto.id} "At <night>")`
    const source = `data:image/png;base64,${onePixel.toString('base64')}`
    expect(body(picture)).toBe(
      `<figure><img src="${source}" alt="A &#x22;lantern&#x22;"><figcaption>At &#x3C;night></figcaption></figure>`,
    )
    expect(body(`${picture}\n${picture}`)).toMatch(
      /^<div class="pictures">\n<figure>.*<\/figure>\n<figure>.*<\/figure><\/div>$/s,
    )
    expect(body(`Here: ${picture}`)).toMatch(/^<p>Here: <img [^>]* title="At <night>"><\/p>$/)
  })

  test('names the boxes of tasks after their words', () => {
    expect(body('- [x] Book a *train*\n\n- [ ] Pack')).toContain(
      '<input type="checkbox" checked disabled aria-label="Book a train"> Book a <em>train</em>',
    )
  })

  test('links footnotes both ways under ids that are there', () => {
    const { page, differences } = exportPage('A[^1] and b[^long name].\n\n[^1]: One.\n\n[^long name]: Two.')
    expect(differences).toEqual([])
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => decodeURIComponent(id ?? ''))
    expect(targets.length).toBeGreaterThanOrEqual(2)
    for (const id of targets) expect(page).toContain(`id="${id}"`)
  })
})

describe('nothing in the page runs or loads', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    '<svg onload=alert(1)><use href="https://example.org/x.svg#a"/></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1)) [y](data:text/html,<script>) [z](file:///etc/passwd)',
    '![x](https://example.org/tracker.png)',
    '![x](//example.org/tracker.png) ![y](tracker.png) ![z](file:///x.png)',
    '<img src="https://example.org/x.png"><video src="https://example.org/x.mp4"></video>',
    '<style>@import "https://example.org"</style><link rel=stylesheet href="https://example.org">',
    '<div style="background:url(https://example.org)">x</div>',
    '<meta http-equiv=refresh content="0;url=https://example.org"><base href="https://example.org">',
    '<form action="https://example.org"><input autofocus onfocus=alert(1)><button>x</button></form>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '</div></article></main><script>alert(1)</script>',
    '<table background="https://example.org/x.png"><tr><td>x</td></tr></table>',
  ])('%s', (text) => {
    const html = body(text)
    expect(html).not.toMatch(/<(?:script|style|iframe|svg|video|link|meta|base|form|button|math|object|embed)\b/i)
    expect(html).not.toMatch(/\son\w+=|javascript:|data:text|file:|\sstyle=|\sbackground=/i)
    expect([...html.matchAll(/\s(?:src|srcset|poster)="([^"]*)"/g)].map(([, url]) => url)).toEqual([])
  })

  test('and what was taken out is said', () => {
    const { differences } = exportPage('Watch: <iframe src="https://example.org/video"></iframe>')
    expect(differences).toEqual([
      'The HTML <iframe> of the post is not in the file, for it could run or load something.',
    ])
  })

  test('a picture on the web is a link with its words, and said to be missing', () => {
    const { page, differences } = exportPage('![A map](https://example.org/map.png)')
    expect(page).toContain('<a class="absent-picture" href="https://example.org/map.png">A map</a>')
    expect(differences).toEqual(['The picture “A map” is not in the file.'])
  })

  test('harmless HTML stays', () => {
    const { page, differences } = exportPage(
      'Press <kbd>Ctrl</kbd>, H<sub>2</sub>O.\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>',
    )
    expect(page).toContain('Press <kbd>Ctrl</kbd>, H<sub>2</sub>O.')
    expect(page).toMatch(/<details><summary>More<\/summary>\s*<p>Hidden\.<\/p>\s*<\/details>/)
    expect(differences).toEqual([])
  })
})
