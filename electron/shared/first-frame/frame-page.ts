import { preparePage } from '../page.ts'
import type { WrittenFrame } from './frame-tree.ts'

/** The page as a document that begins with a first frame. The build makes it, as `first-frame.json` beside the page. */
export interface FrameTemplate {
  /** The document, with `frameMarks` where something is put in. */
  html: string
  /** The source of its script in a content security policy: `'sha256-…'`. */
  script: string
  /** Identifies the build: a frame of another one may look different. */
  build: string
}

export const TEMPLATE_FILE = 'first-frame.json'

/** Where the parts of a frame go in its template. */
export const frameMarks = { nonce: '%nonce%', css: '/*frame*/', html: '<!--frame-->' } as const

export interface FramePage {
  frame: WrittenFrame
  /** Allows the style sheet; new for each response. */
  nonce: string
  /** The BCP 47 tag of a supported language. */
  language: string
  theme: 'light' | 'dark' | 'venue'
}

/** Puts a first frame into its document. */
export function writeFramePage({ html }: FrameTemplate, { frame, nonce, language, theme }: FramePage): string {
  // The frame comes last, so that nothing in it is taken for a mark. Functions, because a text may contain `$`.
  const page = preparePage(html, nonce, language)
    .replace('<html ', () => `<html data-theme="${theme}" `)
    .replace(frameMarks.nonce, () => nonce)
    .replace(frameMarks.css, () => frame.css)
  return page.replace(frameMarks.html, () => frame.html)
}
