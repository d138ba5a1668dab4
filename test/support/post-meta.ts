import type { PostMeta } from '../../electron/shared/post.ts'

/** The metadata of a post with a title and nothing else that an author could leave out. */
export function postMeta(changes: Partial<PostMeta> = {}): PostMeta {
  return {
    title: 'A title',
    authors: [],
    tags: [],
    categories: [],
    description: '',
    date: null,
    time: null,
    lastDay: '2026-04-16',
    timeZone: 'Europe/Berlin',
    language: 'en',
    slug: 'a-title',
    hasOwnSlug: false,
    cover: null,
    ...changes,
  }
}
