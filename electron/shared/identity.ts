/** Who publishes Lanyard, and where. */
export interface Identity {
  /**
   * Names the program to the system: its desktop entry on Linux, its bundle on macOS, its group in the taskbar of Windows.
   * A domain of the owner, reversed, and the program's name.
   */
  appId: string
  /** Who answers questions about the packages. Debian wants a name and an e-mail address. */
  maintainer: string
  /** The home page; `null` until there is one, like each address below. */
  homePage: string | null
  /** Where the source can be read. */
  source: string | null
  /** Where problems are reported. */
  issues: string | null
  /** Where the latest version can be downloaded. */
  releases: string | null
  /** Where the pictures of `docs/pictures` can be fetched, for software centres. */
  pictures: string | null
}

/**
 * Nobody owns a domain or a repository for Lanyard yet. Whoever does sets everything here, and nowhere else. Until then an
 * address that nothing needs is left out, and one that a format demands ends in `.invalid`, which nobody can own (RFC 2606).
 */
export const identity: Identity = {
  appId: 'invalid.lanyard.Lanyard',
  maintainer: 'The Lanyard developers <developers@lanyard.invalid>',
  homePage: null,
  source: null,
  issues: null,
  releases: null,
  pictures: null,
}
