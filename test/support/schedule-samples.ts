import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readProgrammeText } from '../../electron/journal/programmes/read-programme-text.ts'
import { resolveProgramme } from '../../electron/journal/programmes/resolve-programme.ts'
import type { Programme } from '../../electron/shared/programme.ts'
import { valueOf } from './library.ts'

/** Third-party programmes, which are not part of the project. Tests that need them are skipped without them. */
const samples = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples', 'schedules')

export const hasScheduleSamples = existsSync(samples)

/** The programmes of real conferences, with many different sessions. */
export const realProgrammes = [
  'frab/32c3.json',
  'frab/34c3.json',
  'frab/rc3-2020.json',
  'frab/camp2019.json',
  'pretalx/rc3-channels-2020.json',
] as const

/** Reads a sample as a programme. @param name relative, with `/` */
export async function readSample(name: string): Promise<Programme> {
  const data = await readFile(join(samples, name))
  const { format, read } = valueOf(readProgrammeText({ data, name: name.split('/').at(-1) ?? '' }))
  const origin = { format, address: '', fileName: name, importedAt: '2026-04-01T09:00:00Z' }
  return resolveProgramme(read, read.timeZone ?? 'Europe/Berlin', origin)
}
