import { fail, ok, type Result } from '../../electron/shared/result.ts'

/*
 * CHANGELOG.md in the form of https://keepachangelog.com: each version has a section with a heading of the second level,
 * the newest first, and above all of them stands what is not released yet.
 */

const unreleased = '## [Unreleased]'

/**
 * What is told of a version, without its heading.
 *
 * @param version as "0.2.0", or "Unreleased"
 * @returns `null` where nothing is told
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

/**
 * Moves what is not released yet to a section of its own.
 *
 * @param day as "2026-04-14"
 */
export function releaseSection(changelog: string, version: string, day: string): Result<string> {
  if (readSection(changelog, 'Unreleased') === null)
    return fail('input.invalid', 'CHANGELOG.md tells nothing that is not released yet. Write there what has changed.')
  if (changelog.includes(`## [${version}]`))
    return fail('input.invalid', `CHANGELOG.md has a section for ${version} already.`)
  return ok(changelog.replace(unreleased, `${unreleased}\n\n## [${version}] - ${day}`))
}
