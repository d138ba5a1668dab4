import type { OptionValues } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'
import type { PostMeta } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import type { TextFiles, Writer } from '../exporter.ts'
import { given } from '../site/front-matter.ts'
import { passedOn } from '../passed-on.ts'
import { nameSlug } from '../publishing/tag-slug.ts'
import { allTags, compareWithTags, leftTags, takeTags, type TakenTags } from '../publishing/tags-taken.ts'
import { readArticle, writeArticle } from '../publishing/write-article.ts'
import type { hashnodeOptions } from './options.ts'

/** https://github.com/Hashnode/Hashnode-source-from-github-template */
const MOST_TAGS = 5

/** Writes an article for Hashnode's “GitHub as source”. */
export const hashnodeWriter: Writer<OptionValues<typeof hashnodeOptions>> = {
  async write(post, pictures, options) {
    const tags = tagsOf(post.meta)
    return ok(
      writeArticle({
        post,
        pictures,
        address: options['picture-address'],
        suffix: 'hashnode',
        fields: (cover) => [
          ['title', post.meta.title],
          ...given('subtitle', post.meta.description),
          ['slug', post.meta.slug],
          ...given('tags', tags.written.join(', ')),
          ...given('cover', cover),
          ...given('domain', options.domain),
          ['saveAsDraft', !options.publish],
        ],
        omissions: leftTags(tags, MOST_TAGS),
        notes: [
          message('export.note.hashnode'),
          ...(options.domain === '' ? [message('export.note.no-domain')] : []),
          ...tags.notes,
          ...passedOn(post.tree),
        ],
      }),
    )
  },

  read,
  verify: (check) => compareWithTags(check, read(check.files), tagsOf(check.post.meta).written),
}

function read(files: TextFiles) {
  const [data = new Uint8Array()] = files.values()
  return readArticle(data, 'subtitle')
}

function tagsOf(meta: PostMeta): TakenTags {
  return takeTags(allTags(meta), MOST_TAGS, nameSlug)
}
