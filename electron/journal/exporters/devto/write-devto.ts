import type { OptionValues } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'
import type { PostMeta } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { toAscii } from '../../report/slug.ts'
import type { TextFiles, Writer } from '../exporter.ts'
import { given } from '../site/front-matter.ts'
import { passedOn } from '../passed-on.ts'
import { allTags, compareWithTags, leftTags, takeTags, type TakenTags } from '../publishing/tags-taken.ts'
import { withTaskSigns } from '../publishing/task-signs.ts'
import { readArticle, writeArticle } from '../publishing/write-article.ts'
import { fromForem, writeForem } from './forem-text.ts'
import type { devtoOptions } from './options.ts'

/** https://dev.to/p/editor_guide */
const MOST_TAGS = 4

/** Writes an article for dev.to's editor, which reads its front matter. */
export const devtoWriter: Writer<OptionValues<typeof devtoOptions>> = {
  async write(post, pictures, options) {
    const { tree, notes } = withTaskSigns(post.tree)
    const tags = tagsOf(post.meta)
    return ok(
      writeArticle({
        post: { ...post, tree },
        pictures,
        address: options['picture-address'],
        suffix: 'devto',
        fields: (cover) => [
          ['title', post.meta.title],
          ['published', options.publish],
          ...given('description', post.meta.description),
          ...given('tags', tags.written.join(', ')),
          ...given('cover_image', cover),
        ],
        stringify: writeForem,
        omissions: leftTags(tags, MOST_TAGS),
        notes: [message('export.note.devto'), ...tags.notes, ...notes, ...passedOn(post.tree)],
      }),
    )
  },

  read,
  verify: (check) => compareWithTags(check, read(check.files), tagsOf(check.post.meta).written),
}

function read(files: TextFiles) {
  const [data = new Uint8Array()] = files.values()
  const { tree, meta } = readArticle(data, 'description')
  return { tree: fromForem(tree), meta }
}

/** Tags have letters and digits only: `C++` would be refused. */
function tagsOf(meta: PostMeta): TakenTags {
  return takeTags(allTags(meta), MOST_TAGS, (tag) =>
    toAscii(tag)
      .toLowerCase()
      .replaceAll('c++', 'cpp')
      .replaceAll('c#', 'csharp')
      .replace(/[^a-z0-9]/g, ''),
  )
}
