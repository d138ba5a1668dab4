import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { htmlPage } from '../../../../electron/journal/exporters/html/html-page.ts'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import type { Report } from '../../../../electron/shared/trip.ts'
import { exportPost, type OptionTexts } from '../../../support/exports.ts'
import { someNote, tripWith } from '../../../support/library.ts'
import { somePhoto } from '../../../support/photos.ts'
import { onePixel } from '../../../support/trips.ts'

const pictures = new Map([[somePhoto.id, { photo: somePhoto, data: new Uint8Array(onePixel) }]])

async function exportPage(text: string, report: Partial<Report> = {}, options: OptionTexts = {}) {
  const trip = { ...tripWith([someNote({ text })]), photos: [somePhoto] }
  const { post } = composePost({
    ...trip,
    report: { ...trip.report, dayHeadings: { style: 'date', own: { '2026-04-14': '' } }, ...report },
  })
  const exported = await exportPost(htmlPage, post, pictures, options)
  return { ...exported, page: exported.text }
}

/** What is between the header and the end of the text. */
async function body(text: string): Promise<string> {
  return /<div id="text">\n([^]*)\n<\/div>\n(?:<footer>|<\/article>)/.exec((await exportPage(text)).page)?.[1] ?? ''
}

describe('the page', () => {
  test('the page allows its own style by its exact hash, embedded pictures, and nothing else', async () => {
    const { page } = await exportPage('x')
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#x27;', "'")
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    expect(style).not.toMatch(/url\(|@import/)
    expect(page.indexOf('http-equiv')).toBeLessThan(page.indexOf('<style>'))
  })

  test('the page states its title, language, authors and date', async () => {
    const { page } = await exportPage('The *first* words & more.', {
      title: 'A "title" & <more>',
      publishedOn: '2026-05-01',
    })
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

  test('the page has no byline or tags if the post has none', async () => {
    const { page } = await exportPage('x', { authors: [], tags: [] })
    expect(page).not.toMatch(/class="byline"|<footer>|keywords/)
  })

  test('the page shows a single picture as a figure with its caption, and several as a row', async () => {
    const picture = `![A "lantern"](photo:${somePhoto.id} "At <night>")`
    const source = `data:image/png;base64,${onePixel.toString('base64')}`
    expect(await body(picture)).toBe(
      `<figure><img src="${source}" alt="A &#x22;lantern&#x22;"><figcaption>At &#x3C;night></figcaption></figure>`,
    )
    expect(await body(`${picture}\n${picture}`)).toMatch(
      /^<div class="pictures">\n<figure>.*<\/figure>\n<figure>.*<\/figure><\/div>$/s,
    )
    expect(await body(`Here: ${picture}`)).toMatch(/^<p>Here: <img [^>]* title="At <night>"><\/p>$/)
  })

  test('the page labels the checkboxes of tasks with their words', async () => {
    expect(await body('- [x] Book a *train*\n\n- [ ] Pack')).toContain(
      '<input type="checkbox" checked disabled aria-label="Book a train"> Book a <em>train</em>',
    )
  })

  test('the page links footnotes both ways, and all their ids exist', async () => {
    const { page, differences } = await exportPage('A[^1] and b[^long name].\n\n[^1]: One.\n\n[^long name]: Two.')
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
  ])('the page neither runs nor loads anything of %s', async (text) => {
    const html = await body(text)
    expect(html).not.toMatch(/<(?:script|style|iframe|svg|video|link|meta|base|form|button|math|object|embed)\b/i)
    expect(html).not.toMatch(/\son\w+=|javascript:|data:text|file:|\sstyle=|\sbackground=/i)
    expect([...html.matchAll(/\s(?:src|srcset|poster)="([^"]*)"/g)].map(([, url]) => url)).toEqual([])
  })

  test('the export reports what was removed from the page', async () => {
    const { differences } = await exportPage('Watch: <iframe src="https://example.org/video"></iframe>')
    expect(differences).toEqual([
      'The HTML <iframe> of the post is not in the file, because it could run or load something.',
    ])
  })

  test('a picture on the web becomes a link with its words, and is reported as missing', async () => {
    const { page, missing } = await exportPage('![A map](https://example.org/map.png)')
    expect(page).toContain('<a class="absent-picture" href="https://example.org/map.png">A map</a>')
    expect(missing).toEqual([{ name: 'A map', reason: 'on-the-web' }])
  })

  test('a link that names a computer and no scheme leads to the web, even in a page that is opened as a file', async () => {
    const links = [
      ['[x](//example.org/a)', 'https://example.org/a'],
      ['<a href="//example.org/a">x</a>', 'https://example.org/a'],
      ['<a href="\\\\example.org\\a">x</a>', 'https://example.org\\a'],
      ['<a href=" /\t/example.org/a">x</a>', 'https://example.org/a'],
      ['[x](/a//b)', '/a//b'],
    ] as const
    for (const [text, address] of links) {
      const { page, differences } = await exportPage(text)
      expect(page).toContain(`<a href="${address}">x</a>`)
      expect(differences).toEqual([])
    }
  })

  test('harmless HTML stays in the page', async () => {
    const { page, differences } = await exportPage(
      'Press <kbd>Ctrl</kbd>, H<sub>2</sub>O.\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>',
    )
    expect(page).toContain('Press <kbd>Ctrl</kbd>, H<sub>2</sub>O.')
    expect(page).toMatch(/<details><summary>More<\/summary>\s*<p>Hidden\.<\/p>\s*<\/details>/)
    expect(differences).toEqual([])
  })
})

describe('a page with its pictures in a folder', () => {
  const picture = `![A lantern](photo:${somePhoto.id} "At night")`

  test('a page with a picture folder shows the pictures from there and allows nothing else', async () => {
    const { page, files, differences, written } = await exportPage(picture, {}, { pictures: 'beside' })
    expect([written.makes, written.name]).toEqual(['folder', 'lantern-conf-2026-html'])
    expect([...files.keys()]).toEqual(['index.html', 'images/A-lantern.png'])
    expect(files.get('images/A-lantern.png')).toEqual(new Uint8Array(onePixel))
    expect(page).toContain('<figure><img src="images/A-lantern.png" alt="A lantern"><figcaption>At night</figcaption>')
    expect(page.replaceAll('&#x27;', "'")).toContain("default-src 'none'; img-src 'self'; style-src")
    expect(differences).toEqual([])
  })

  test('a page with a picture folder does not differ in anything else', async () => {
    const { page: inside } = await exportPage('Words and *more*.')
    const { page: beside } = await exportPage('Words and *more*.', {}, { pictures: 'beside' })
    expect(beside.replace('img-src &#x27;self&#x27;', 'img-src data:')).toBe(inside)
  })
})
