/** The publisher of Lanyard, and its addresses. */
export interface Identity {
  /**
   * Identifies the program to the system: its desktop entry on Linux, its bundle on macOS, its taskbar group on
   * Windows. The owner's domain in reverse, followed by the program's name.
   */
  appId: string
  /** The contact for questions about the packages. Debian requires a name and an e-mail address. */
  maintainer: string
  /** The home page; like each address below, `null` until it exists. */
  homePage: string | null
  /** The source code. */
  source: string | null
  /** The issue tracker. */
  issues: string | null
  /** The download page of the latest version. */
  releases: string | null
  /** The public address of the files in `docs/pictures`, for software centres. */
  pictures: string | null
}

/**
 * Nobody owns a domain or a repository for Lanyard yet. The future owner sets everything here, and nowhere else. Until
 * then, an optional address is left out, and one that a format requires ends in `.invalid`, which nobody can own (RFC
 * 2606).
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
