import type { ElementContent } from 'hast'
import type { PostMeta } from '../../../shared/post.ts'
import { longDate } from '../../../shared/report/language.ts'
import { element, text } from '../../html/elements.ts'

const line = text('\n')

/** The beginning of a page: its title, its authors and its date. */
export function bylineOf(meta: PostMeta): ElementContent[] {
  const authors = meta.authors.map((author) => element('span', { className: ['author'] }, [text(author)]))
  const date =
    meta.date === null ? [] : [element('time', { dateTime: meta.date }, [text(longDate(meta.date, meta.language))])]
  const parts = authors.flatMap((author, index) => (index === 0 ? [author] : [text(', '), author]))
  const both = parts.length > 0 && date.length > 0 ? [text(' · ')] : []
  const under = [...parts, ...both, ...date]
  const heading = element('h1', {}, [text(meta.title)])
  return [line, heading, line, ...(under.length === 0 ? [] : [element('p', { className: ['byline'] }, under), line])]
}
