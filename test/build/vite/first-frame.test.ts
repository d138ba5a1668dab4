import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { templateOf } from '../../../build/vite/first-frame.ts'
import { writeFramePage } from '../../../electron/shared/first-frame/frame-page.ts'

const page = `<!doctype html>
<html lang="en">
  <head>
    <title>Lanyard</title>
    <script type="module" crossorigin src="./assets/index-a1.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/runtime-b2.js">
    <link rel="stylesheet" crossorigin href="./assets/index-c3.css">
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>`
const styles: Record<string, string> = { 'assets/index-c3.css': "@font-face{src:url(./inter.woff2)}b{content:'$&'}" }
const template = (script = 'begin()') => templateOf(page, (path) => styles[path] ?? '', script)

test('a document that begins with a frame loads nothing before it is painted', () => {
  const { html, script } = template()
  const frame = { html: '<p>$1 <!--frame--> %nonce%</p>', css: 'i{--hue:1}' }
  expect(writeFramePage({ ...template() }, { frame, nonce: 'abc', language: 'de', theme: 'venue' }))
    .toBe(`<!doctype html>
<html data-theme="venue" lang="de">
  <head>
    <meta name="csp-nonce" property="csp-nonce" content="abc" nonce="abc" />
    <title>Lanyard</title>
    <style nonce="abc">@font-face{src:url(/assets/inter.woff2)}b{content:'$&'}i{--hue:1}</style>
  </head>
  <body>
    <div id="root"><p>$1 <!--frame--> %nonce%</p></div><script data-program="/assets/index-a1.js">begin()</script>
  </body>
</html>`)
  expect(script).toBe(`'sha256-${createHash('sha256').update('begin()').digest('base64')}'`)
  expect(html).not.toMatch(/<link|type="module"/)
})

test('each build has a document of its own', () => {
  expect(template().build).toBe(template().build)
  expect(template('end()').build).not.toBe(template().build)
})

test('a page without a program, a missing style sheet and a script that would end early are refused', () => {
  expect(() => templateOf('<html lang="en"></html>', () => 'b{}', '')).toThrow('names no program')
  expect(() => templateOf(page, () => '', '')).toThrow('cannot be put into a page')
  expect(() => template('"</script>"')).toThrow('cannot be put into a page')
})
