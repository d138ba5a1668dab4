import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Identity } from '../../electron/shared/identity.ts'
import { fillTemplate } from './fill-template.ts'

/** What the texts of a Linux package have to say. */
export interface PackageFacts {
  identity: Identity
  version: string
  /** When this version was made, in seconds since 1970. */
  date: number
}

/** The texts that Linux packages bring beside the program. */
export interface PackageTexts {
  /** For software centres: https://www.freedesktop.org/software/appstream/docs/ */
  metainfo: string
  /** The manual page, in roff. */
  manual: string
  /** The licences, in Debian's format. */
  copyright: string
  /** Debian's own changelog. People read CHANGELOG.md. */
  changelog: string
}

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

export function packageTexts({ identity, version, date }: PackageFacts): PackageTexts {
  const values = {
    APP_ID: identity.appId,
    DEVELOPER_ID: identity.appId.split('.').slice(0, -1).join('.'),
    HOME_PAGE: identity.homePage,
    SOURCE: identity.source,
    ISSUES: identity.issues,
    SEE_ALSO: identity.homePage === null ? null : `.SH SEE ALSO\n${identity.homePage}`,
    SCREENSHOTS: identity.pictures === null ? null : screenshots(identity.pictures),
    VERSION: version,
    DAY: new Date(date * 1000).toISOString().slice(0, 10),
  }
  return {
    metainfo: fillTemplate(read('metainfo.xml'), values),
    manual: fillTemplate(read('lanyard.1'), values),
    copyright: fillTemplate(read('copyright'), values),
    changelog: debianChangelog(identity, version, date),
  }
}

/** The pictures of `docs/pictures` that a software centre shows. */
const pictures = {
  journal: 'The journal of a trip, with a note being written',
  report: 'The report of a trip, as readers will see it',
  library: 'The library',
}

function screenshots(address: string): string {
  const entries = Object.entries(pictures).map(
    ([name, caption], index) => `    <screenshot${index === 0 ? ' type="default"' : ''}>
      <caption>${caption}</caption>
      <image>${address}/${name}.png</image>
    </screenshot>`,
  )
  return `<screenshots>\n${entries.join('\n')}\n  </screenshots>`
}

function debianChangelog({ maintainer, releases }: Identity, version: string, date: number): string {
  const when = new Date(date * 1000).toUTCString().replace('GMT', '+0000')
  return `lanyard (${version.replaceAll('-', '~')}) stable; urgency=medium

  * Version ${version}. Its changes are listed in CHANGELOG.md${releases === null ? '.' : `:\n    ${releases}`}

 -- ${maintainer}  ${when}
`
}
