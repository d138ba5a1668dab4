import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Root } from 'mdast'
import { message } from '../../../shared/messages/message.ts'
import { ok } from '../../../shared/result.ts'
import { addressPictures } from '../address-pictures.ts'
import { compareTrees } from '../compare-trees.ts'
import { decodeText, encodeText, type ExportFile, type ReadPost, type TextFiles, type Writer } from '../exporter.ts'
import { namePictures } from '../name-pictures.ts'
import { type PostFile, postFileSchema } from './post-schema.ts'

const NAME = 'post.json'
const PICTURE_FOLDER = 'pictures'

export const jsonWriter: Writer<unknown> = {
  async write(post, pictures) {
    const paths = namePictures(post, PICTURE_FOLDER)
    const tree = bareTree(addressPictures(post.tree, (id) => paths.get(id)))
    const beside = [...paths].flatMap(([photoId, path]) => {
      const picture = pictures.get(photoId)
      return picture === undefined ? [] : [{ photoId, path, ...picture }]
    })
    const { title, authors, tags, categories, description, date, time, language, slug, cover } = post.meta
    const content = {
      format: 'lanyard-post',
      version: 1,
      title,
      authors,
      tags,
      categories,
      description,
      date,
      time,
      language,
      slug,
      cover: beside.find(({ photoId }) => photoId === cover)?.path ?? null,
      pictures: beside.map(({ path, data, photo }) => ({
        path,
        mediaType: photo.mediaType,
        bytes: data.byteLength,
        sha256: createHash('sha256').update(data).digest('hex'),
        alt: photo.alt,
        caption: photo.caption,
        credit: photo.credit,
      })),
      tree,
    } satisfies PostFile
    const files: ExportFile[] = [
      { path: NAME, data: encodeText(`${JSON.stringify(content, null, 2)}\n`) },
      ...beside.map(({ path, data, photoId }) => ({ path, data, photoId })),
    ]
    return ok({ makes: 'folder', name: `${slug}-json`, files, tree, omissions: [] })
  },

  read: (files) => readPost(files),

  /** The tree is the post's, node by node; differences are named as in every other target. */
  verify(check) {
    const found = readPost(check.files)
    const verdict = compareTrees(check, found)
    if (verdict.differences.length > 0 || isDeepStrictEqual(found.tree, check.written.tree)) return verdict
    return { ...verdict, differences: [message('export.differs.file', { path: NAME })] }
  },
}

function readPost(files: TextFiles): ReadPost {
  const [data = new Uint8Array()] = files.values()
  const { tree, title, authors, tags, date, language } = postFileSchema.parse(JSON.parse(decodeText(data)))
  // The schema lists the nodes of mdast, but cannot say which of them may contain which.
  return { tree: tree as Root, meta: { title, authors, tags, date, language } }
}

/** The tree without what the parser notes about places in the text, which readers of the file do not have. */
function bareTree(tree: Root): Root {
  const bare: unknown = JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value)),
  )
  // Only fields that every node may lack are left out.
  return bare as Root
}
