import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { ExportFile } from '../../../electron/journal/exporters/exporter.ts'

const run = promisify(execFile)

/** Whether a program is installed. */
export function hasProgram(name: string, argument = '--version'): boolean {
  return spawnSync(name, [argument], { stdio: 'ignore' }).status === 0
}

/** Writes the files of a site. */
export async function layOut(
  folder: string,
  files: Readonly<Record<string, string>>,
  exported: readonly ExportFile[],
): Promise<void> {
  const all = [...Object.entries(files), ...exported.map(({ path, data }) => [path, data] as const)]
  for (const [path, data] of all) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), data)
  }
}

/** Runs a generator in the folder of a site. What it says is part of the error if it fails. */
export async function build(folder: string, program: string, args: readonly string[]): Promise<string> {
  try {
    const env = { ...process.env, TZ: 'Europe/Berlin', LC_ALL: 'C.UTF-8', NO_UPDATE_NOTIFIER: '1' }
    const { stdout, stderr } = await run(program, [...args], { cwd: folder, env, maxBuffer: 50_000_000 })
    return stdout + stderr
  } catch (error) {
    const said =
      error instanceof Error && 'stdout' in error && 'stderr' in error
        ? `${String(error.stdout)}\n${String(error.stderr)}`
        : ''
    throw new Error(`${program} failed: ${said.slice(-5000)}`, { cause: error })
  }
}

export function readPage(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8')
}
