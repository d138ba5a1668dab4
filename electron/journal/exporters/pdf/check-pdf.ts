import { oneLine } from '../../../shared/invisible-characters.ts'
import { type Message, message } from '../../../shared/messages/message.ts'
import { compareOutlines } from '../../markdown/compare-outlines.ts'
import type { Block, BlockKind } from '../../markdown/outline-block.ts'
import { outline } from '../../markdown/outline.ts'
import { collapse, plainWords } from '../../markdown/outline-inline.ts'
import type { Check, Verdict } from '../exporter.ts'
import { readPdf } from './read-pdf.ts'

/**
 * Compares what a PDF says about itself with the post: its title, its language, the headings in its outline and the
 * alternative texts of its pictures.
 */
export function checkPdf({ files, post, written }: Check<unknown>): Verdict {
  const [data = new Uint8Array()] = files.values()
  const found = readPdf(data)
  const { title, language } = post.meta
  const blocks = outline(written.tree)
  const meantHeadings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => plainWords(text))
  const meantPictures = blocks.filter(({ kind, detail }) => kind === 'picture' && detail !== '').map(({ text }) => text)
  return {
    // Its text is not read back.
    census: null,
    differences: [
      ...compareField('title', oneLine(title), oneLine(found.title)),
      ...compareField('language', language, found.language),
      ...compareOutlines(
        [...asBlocks('heading', [oneLine(title), ...meantHeadings]), ...asBlocks('picture', meantPictures)],
        [...asBlocks('heading', found.headings), ...asBlocks('picture', found.pictures)],
      ),
      ...written.omissions,
    ],
  }
}

function compareField(field: 'title' | 'language', before: string, after: string): Message[] {
  return before === after ? [] : [message(`export.differs.${field}`, { before, after })]
}

/** Without those that have no words, which a PDF does not list. */
function asBlocks(kind: BlockKind, texts: readonly string[]): Block[] {
  return texts.map((text) => ({ kind, text: collapse(text), detail: '', within: '' })).filter(({ text }) => text !== '')
}
