import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makePackages, whyNotInstallable } from './installed.ts'
import { openScreens } from './screen.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the packages; `null` if this machine cannot build any. */
    packages: string | null
  }
}

/** Runs once before the tests of the package, and builds it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const missing = whyNotInstallable()
  if (missing !== null) {
    process.stdout.write(`Skipped, the package: ${missing}\n`)
    project.provide('packages', null)
    project.provide('screens', [])
    return async () => {}
  }
  const closeScreens = await openScreens(project)
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-packages-'))
  await makePackages(['deb'], folder)
  const made = await readdir(folder)
  if (!made.some((name) => name.endsWith('.deb'))) throw new Error(`No package was made, only ${made.join(', ')}.`)
  project.provide('packages', folder)
  return async () => {
    closeScreens()
    await rm(folder, { recursive: true, force: true })
  }
}
