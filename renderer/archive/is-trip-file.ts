import { ARCHIVE_ENDING } from '../../electron/shared/archive-ending.ts'

/** Whether a file looks like a trip by its name. The engine finds out what it really contains. */
export function isTripFile(file: Pick<File, 'name'>): boolean {
  return file.name.toLowerCase().endsWith(ARCHIVE_ENDING)
}
