import type { Post } from '../../../shared/post.ts'
import { message } from '../../../shared/messages/message.ts'
import { ok } from '../../../shared/result.ts'
import { stringifyMarkdown } from '../../markdown/stringify-markdown.ts'
import { addressPictures } from '../address-pictures.ts'
import { encodeText, type Writer } from '../exporter.ts'
import { withTitle } from '../markdown/write-folder.ts'
import { namePictures } from '../name-pictures.ts'
import { passedOn } from '../passed-on.ts'
import { shownPhotos } from '../shown-photos.ts'

export const markdownWriter: Writer<object> = {
  async write(post) {
    const { tree, text } = asMarkdown(post)
    const named = shownPhotos(post).length
    const notes = [...passedOn(tree), ...(named === 0 ? [] : [message('export.note.pictures-named', { count: named })])]
    const files = [{ path: `${post.meta.slug}.md`, data: encodeText(text) }]
    return ok({ makes: 'clipboard', name: post.meta.slug, files, tree, omissions: [], notes })
  },
}

/** A post as Markdown that stands alone: the title is its first heading, and pictures are named by their files. */
export function asMarkdown(post: Post): { tree: Post['tree']; text: string } {
  const names = namePictures(post)
  const tree = addressPictures(post.tree, (id) => names.get(id))
  return { tree, text: stringifyMarkdown(withTitle(tree, post.meta)) }
}
