import semver from 'semver'
import { z } from 'zod'

/** The part of `npm audit --json` that matters here. */
export const auditSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']) }),
  ),
})

/** The number of Electron's major versions that get security fixes at a time: https://www.electronjs.org/docs/latest/tutorial/electron-timelines */
const SUPPORTED_MAJORS = 3

/** Name the packages with vulnerabilities of high or critical severity. */
export function auditProblems(audit: z.infer<typeof auditSchema>): string[] {
  return Object.entries(audit.vulnerabilities)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity }]) => `${name} has a known vulnerability of ${severity} severity. See npm audit.`)
}

/** Say whether an Electron no longer gets security fixes, given the latest version. */
export function electronProblems(version: string, latest: string): string[] {
  const isSupported = semver.major(version) > semver.major(latest) - SUPPORTED_MAJORS
  return isSupported ? [] : [`Electron ${version} no longer gets security fixes. The latest version is ${latest}.`]
}
