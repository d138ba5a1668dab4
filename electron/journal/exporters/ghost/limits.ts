/** Limits of Ghost's database, in characters: `core/server/data/schema/schema.js` of version 5. */
export const limits = { title: 255, slug: 191, alt: 191, tag: 191, excerpt: 300 } as const
