import { ARCHIVE_ENDING } from '../../electron/shared/archive-ending.ts'

/** Whether a file's name says that it is a trip. The engine finds out what is in it. */
export function isTripFile(file: Pick<File, 'name'>): boolean {
  return file.name.toLowerCase().endsWith(ARCHIVE_ENDING)
}
