/** A network that takes short messages. */
export interface Network {
  /** Maximum number of characters of a message, as people count them. */
  max: number
  /** What a link counts, however long it is; missing where it counts as it is. */
  link?: number
}

/**
 * The networks that a report can be cut for. Mastodon: https://docs.joinmastodon.org/user/posting/#text, Bluesky:
 * https://docs.bsky.app/docs/advanced-guides/post-richtext.
 */
export const networks = {
  mastodon: { max: 500, link: 23 },
  bluesky: { max: 300 },
} as const satisfies Record<string, Network>

export const networkIds = ['mastodon', 'bluesky'] as const satisfies (keyof typeof networks)[]
export type NetworkId = (typeof networkIds)[number]
