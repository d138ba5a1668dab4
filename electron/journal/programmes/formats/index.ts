import type { ProgrammeFormat } from '../read-programme.ts'
import { frab } from './frab.ts'

/** All formats of programmes that can be read; the first that recognises a text reads it. */
export const programmeFormats: readonly ProgrammeFormat[] = [frab]
