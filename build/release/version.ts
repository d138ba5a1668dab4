import semver from 'semver'

/**
 * Say why a version cannot be released after another. Returns `null` if it can: a later version, or the same one, since
 * the first version is released without raising it.
 */
export function versionProblem(next: string, current: string): string | null {
  if (semver.valid(next) !== next) return `"${next}" is not a version. Use three numbers: npm run release -- 0.2.0`
  if (semver.lt(next, current)) return `${next} is older than ${current}, the version in package.json.`
  return null
}
