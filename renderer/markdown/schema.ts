import { htmlSchema } from '../../electron/shared/html-schema.ts'

/**
 * What may become an element of the page. Only the trip's own pictures are allowed: loading one from the web would tell
 * its owner that the post is being written. An id must neither shadow one of the page's own nor become a property of
 * `document`.
 */
export const schema = htmlSchema('post-', ['photo'])
