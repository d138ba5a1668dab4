/*
 * CHANGELOG.md follows https://keepachangelog.com: one section per version, newest first, below a section "Unreleased".
 * The packages that parse this format (keep-a-changelog, and the release-it plugin of that name) write the whole file
 * again in their own layout, which Prettier then rejects. Only one heading has to be added, so that is done here.
 */

const unreleased = '## [Unreleased]'

/**
 * Read the section of a version, without its heading. Returns `null` if it is missing or empty.
 *
 * @param version such as "0.2.0", or "Unreleased"
 */
export function readSection(changelog: string, version: string): string | null {
  const lines = changelog.split('\n')
  const start = lines.findIndex((line) => line === `## [${version}]` || line.startsWith(`## [${version}] `))
  if (start === -1) return null
  const next = lines.findIndex((line, index) => index > start && line.startsWith('## '))
  const text = lines
    .slice(start + 1, next === -1 ? undefined : next)
    .join('\n')
    .trim()
  return text === '' ? null : text
}

/** Say why a version cannot be released with this changelog. Returns `null` if it can. */
export function changelogProblem(changelog: string, version: string): string | null {
  if (readSection(changelog, 'Unreleased') === null)
    return 'The section "Unreleased" of CHANGELOG.md is empty. Describe what has changed there first.'
  if (changelog.includes(`## [${version}]`)) return `CHANGELOG.md already has a section for ${version}.`
  return null
}

/**
 * Turn the section "Unreleased" into the section of a version, below a new empty one.
 *
 * @param day such as "2026-04-14"
 */
export function dateUnreleased(changelog: string, version: string, day: string): string {
  return changelog.replace(unreleased, `${unreleased}\n\n## [${version}] - ${day}`)
}
