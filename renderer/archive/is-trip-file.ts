import { ARCHIVE_ENDING } from '../../electron/shared/archive-ending.ts'

/** Whether a file calls itself a trip that was saved as one. What is in it, the engine finds out. */
export function isTripFile(file: Pick<File, 'name'>): boolean {
  return file.name.toLowerCase().endsWith(ARCHIVE_ENDING)
}
