import { copyMarkdown } from './copy/copy-markdown.ts'
import { copyRichText } from './copy/copy-rich-text.ts'
import type { Exporter } from './exporter.ts'
import { htmlPage } from './html/html-page.ts'
import { markdownFolder } from './markdown/markdown-folder.ts'
import { plainText } from './text/plain-text.ts'

/** All targets, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [markdownFolder, htmlPage, plainText, copyMarkdown, copyRichText]
