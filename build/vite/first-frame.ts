import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { minifySync, type Plugin, transformWithOxc } from 'vite'
import { frameMarks, type FrameTemplate, TEMPLATE_FILE } from '../../electron/shared/first-frame/frame-page.ts'

/**
 * Make the document that begins with a first frame from the built page: with its style sheet and a script inside, so that
 * nothing else has to be loaded before it is painted.
 *
 * @param script the source of the script, absolute. It may import only types
 */
export function firstFrame(script: string): Plugin {
  return {
    name: 'lanyard:first-frame',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return
        const css = (name: string) => {
          const asset = bundle[name]
          return asset?.type === 'asset' ? String(asset.source) : ''
        }
        const { code } = await transformWithOxc(readFileSync(script, 'utf8'), script)
        // What only says that the file is a module has no place in a script.
        const { code: small, errors } = minifySync('hands.js', `(() => {${code.replace(/export \{\};?/, '')}})()`)
        if (errors.length > 0) throw new Error(errors[0]?.message)
        const source = JSON.stringify(templateOf(String(page.source), css, small.trim()))
        this.emitFile({ type: 'asset', fileName: TEMPLATE_FILE, source })
      },
    },
  }
}

/** @param css returns the contents of a style sheet by its path */
export function templateOf(page: string, css: (path: string) => string, script: string): FrameTemplate {
  const program = /<script type="module"[^>]* src="\.(\/[^"]+)"/.exec(page)?.[1]
  const sheet = /<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/.exec(page)?.[1]
  if (program === undefined || sheet === undefined) throw new Error('The page names no program or no style sheet.')
  // Addresses in it are relative to its own folder.
  const styles = css(sheet).replaceAll(/url\(\.\//g, () => `url(/${sheet.slice(0, sheet.lastIndexOf('/') + 1)}`)
  if (styles === '' || /<\/s/i.test(styles + script))
    throw new Error('The style sheet or the script cannot be put into a page.')
  const html = page
    .replaceAll(/\s*<script type="module"[^>]*><\/script>|\s*<link rel="modulepreload"[^>]*>/g, '')
    .replace(
      /<link rel="stylesheet"[^>]*>/,
      () => `<style nonce="${frameMarks.nonce}">${styles}${frameMarks.css}</style>`,
    )
    .replace(
      '<div id="root"></div>',
      () => `<div id="root">${frameMarks.html}</div><script data-program="${program}">${script}</script>`,
    )
  return {
    html,
    script: `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    build: createHash('sha256').update(html).digest('base64url'),
  }
}
