import { bloggerFeed } from './blogger/blogger-feed.ts'
import { copyMarkdown } from './copy/copy-markdown.ts'
import { copyRichText } from './copy/copy-rich-text.ts'
import { devtoArticle } from './devto/devto-article.ts'
import type { Exporter } from './exporter.ts'
import { ghostImport } from './ghost/ghost-import.ts'
import { blockFolder } from './gutenberg/block-folder.ts'
import { copyBlocks } from './gutenberg/copy-blocks.ts'
import { hashnodeArticle } from './hashnode/hashnode-article.ts'
import { htmlPage } from './html/html-page.ts'
import { markdownFolder } from './markdown/markdown-folder.ts'
import { plainText } from './text/plain-text.ts'
import { wordpressImport } from './wordpress/wordpress-import.ts'

/** All targets, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [
  markdownFolder,
  htmlPage,
  plainText,
  wordpressImport,
  blockFolder,
  ghostImport,
  bloggerFeed,
  devtoArticle,
  hashnodeArticle,
  copyMarkdown,
  copyRichText,
  copyBlocks,
]
