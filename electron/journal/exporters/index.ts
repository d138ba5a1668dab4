import { astro } from './astro/astro.ts'
import { bloggerFeed } from './blogger/blogger-feed.ts'
import { copyMarkdown } from './copy/copy-markdown.ts'
import { copyRichText } from './copy/copy-rich-text.ts'
import { devtoArticle } from './devto/devto-article.ts'
import { docusaurus } from './docusaurus/docusaurus.ts'
import { eleventy } from './eleventy/eleventy.ts'
import { docxDocument } from './docx/docx-document.ts'
import { epubBook } from './epub/epub-book.ts'
import { mailDraft } from './eml/mail-draft.ts'
import type { Exporter } from './exporter.ts'
import { ghostImport } from './ghost/ghost-import.ts'
import { blockFolder } from './gutenberg/block-folder.ts'
import { copyBlocks } from './gutenberg/copy-blocks.ts'
import { hashnodeArticle } from './hashnode/hashnode-article.ts'
import { hexo } from './hexo/hexo.ts'
import { htmlPage } from './html/html-page.ts'
import { hugo } from './hugo/hugo.ts'
import { jekyll } from './jekyll/jekyll.ts'
import { postJson } from './json/post-json.ts'
import { markdownFolder } from './markdown/markdown-folder.ts'
import { mkdocs } from './mkdocs/mkdocs.ts'
import { nikola } from './nikola/nikola.ts'
import { pelican } from './pelican/pelican.ts'
import { quarto } from './quarto/quarto.ts'
import { pdfDocument } from './pdf/pdf-document.ts'
import { plainText } from './text/plain-text.ts'
import { vitepress } from './vitepress/vitepress.ts'
import { wordpressImport } from './wordpress/wordpress-import.ts'
import { zola } from './zola/zola.ts'

/** All targets, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [
  markdownFolder,
  htmlPage,
  plainText,
  hugo,
  jekyll,
  eleventy,
  astro,
  docusaurus,
  hexo,
  vitepress,
  pelican,
  nikola,
  zola,
  mkdocs,
  quarto,
  wordpressImport,
  blockFolder,
  ghostImport,
  bloggerFeed,
  devtoArticle,
  hashnodeArticle,
  pdfDocument,
  docxDocument,
  epubBook,
  mailDraft,
  postJson,
  copyMarkdown,
  copyRichText,
  copyBlocks,
]
