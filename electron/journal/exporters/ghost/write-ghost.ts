import type { OptionValues } from '../../../shared/export-options.ts'
import { type Message, message } from '../../../shared/messages/message.ts'
import type { Post, PostMeta } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { htmlOmissions } from '../../html/safe-html.ts'
import { encodeText, type ExportFile, type ReadPost, type TextFiles, type Writer } from '../exporter.ts'
import { type Addresses, blogHtml, blogTree, hashesOf } from '../publishing/blog-html.ts'
import { placePictures } from '../publishing/place-pictures.ts'
import { withoutForbidden } from '../publishing/post-for-xml.ts'
import { publicationOf } from '../publishing/publication.ts'
import { slugsOf } from '../publishing/tag-slug.ts'
import { allTags, compareWithTags } from '../publishing/tags-taken.ts'
import { GHOST_VERSION, type GhostFile } from './ghost-file.ts'
import { limits } from './limits.ts'
import { writeGhostHtml } from './ghost-html.ts'
import { zipParts } from '../zip-files.ts'
import type { ghostOptions } from './options.ts'
import { readGhost } from './read-ghost.ts'

type Values = OptionValues<typeof ghostOptions>

const POST_ID = '1'

/** Writes a zip for the importer of Ghost 5 and later, in its settings under Import. */
export const ghostWriter: Writer<Values> = {
  async write(given, pictures, options) {
    const post = withoutForbidden(given)
    const month = (post.meta.date ?? post.meta.lastDay).slice(0, 7).replace('-', '/')
    const placed = placePictures(post, pictures, `content/images/${month}`, `/content/images/${month}`)
    const html = writeGhostHtml(blogHtml(post, placed.addresses))
    const json = JSON.stringify(ghostFile(post, html, options, placed.addresses), null, 2)
    const text = { path: `${post.meta.slug}.json`, data: encodeText(`${json}\n`) }
    const name = `${post.meta.slug}-ghost.zip`
    const parts = [text, ...placed.files].map(({ path, data, photoId }: ExportFile) => {
      return { path, data, isCompressed: photoId === undefined }
    })
    return ok({
      makes: 'document',
      name,
      files: [{ path: name, data: await zipParts(parts) }],
      // In the zip, a picture is what its bytes are, whatever its name.
      tree: blogTree(post, hashesOf(pictures)),
      omissions: htmlOmissions(post.tree, post.meta.language),
      notes: [message('export.note.ghost-import'), ...authorNotes(post.meta)],
    })
  },

  read,
  verify: (check) => compareWithTags(check, read(check.files), tagsOf(check.post.meta)),
}

function read(files: TextFiles): ReadPost {
  const [data = new Uint8Array()] = files.values()
  return readGhost(data)
}

/** The first tag is the main one in Ghost, so the categories come first. */
function tagsOf(meta: PostMeta): string[] {
  return allTags({ ...meta, tags: meta.categories, categories: meta.tags })
}

/** Ghost gives the post to whoever imports it, unless it knows the mail address of somebody on its staff. */
function authorNotes({ authors }: PostMeta): Message[] {
  return authors.length === 0 ? [] : [message('export.note.ghost-authors', { authors })]
}

function ghostFile(post: Post, html: string, options: Values, addresses: Addresses): GhostFile {
  const { meta } = post
  const time = publicationOf(meta)
  const photo = post.photos.find(({ id }) => id === meta.cover)
  const cover = (photo && addresses.get(photo.id)) ?? null
  const tags = slugsOf(tagsOf(meta)).map(({ name, slug }, index) => ({
    id: String(index + 1),
    name: cut(name, limits.tag),
    slug,
  }))
  const alt = cut(photo?.alt.trim() ?? '', limits.alt)
  const about = {
    post_id: POST_ID,
    feature_image_alt: alt || null,
    feature_image_caption: photo?.caption.trim() || null,
  }
  return {
    db: [
      {
        meta: { exported_on: time?.ms ?? 0, version: GHOST_VERSION },
        data: {
          posts: [
            {
              id: POST_ID,
              title: cut(meta.title || meta.slug, limits.title),
              slug: meta.slug,
              html,
              feature_image: cover,
              type: 'post',
              status: options.publish ? 'published' : 'draft',
              visibility: 'public',
              locale: meta.language,
              custom_excerpt: cut(meta.description, limits.excerpt) || null,
              published_at: time?.iso ?? null,
              created_at: time?.iso ?? null,
              updated_at: time?.iso ?? null,
            },
          ],
          tags,
          posts_tags: tags.map((tag, index) => ({ post_id: POST_ID, tag_id: tag.id, sort_order: index })),
          posts_meta: cover === null ? [] : [about],
        },
      },
    ],
  }
}

function cut(words: string, length: number): string {
  return words.length <= length ? words : `${words.slice(0, length - 1)}…`
}
