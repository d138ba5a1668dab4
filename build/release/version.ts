import { fail, ok, type Result } from '../../electron/shared/result.ts'

/** Three numbers, and for what comes before a release a word and a number: 1.0.0-beta.2. */
const pattern = /^(\d+)\.(\d+)\.(\d+)(?:-(alpha|beta|rc)\.(\d+))?$/

/** In the order in which they follow each other; what has no word is the release itself. */
const stages = ['alpha', 'beta', 'rc', '']

/** Whether a version may follow another. The same may, since the first one is never raised before its release. */
export function checkVersion(next: string, current: string): Result<string> {
  const [wanted, reached] = [next, current].map(readVersion)
  if (wanted === undefined)
    return fail('input.invalid', `"${next}" is no version. Say it as in: npm run release -- 0.2.0`)
  if (reached !== undefined && isBefore(wanted, reached))
    return fail('input.invalid', `${next} is older than ${current}, which package.json says.`)
  return ok(next)
}

function readVersion(text: string): number[] | undefined {
  const found = pattern.exec(text)
  if (found === null) return undefined
  const [, major, minor, patch, stage = '', number = '0'] = found
  return [Number(major), Number(minor), Number(patch), stages.indexOf(stage), Number(number)]
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((part, at) => part !== other[at])
  return index !== -1 && (one[index] ?? 0) < (other[index] ?? 0)
}
