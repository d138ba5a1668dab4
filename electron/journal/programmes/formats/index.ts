import type { ProgrammeFormat } from '../read-programme.ts'
import { europython } from './europython.ts'
import { frabHub } from './frab-hub.ts'
import { frab } from './frab.ts'
import { hoverboard } from './hoverboard.ts'
import { pretalxApi } from './pretalx-api.ts'
import { pyconUs } from './pycon-us.ts'
import { sessionize } from './sessionize.ts'

/** All formats of programmes that can be read; the first that recognises a text reads it. */
export const programmeFormats: readonly ProgrammeFormat[] = [
  europython,
  frab,
  frabHub,
  hoverboard,
  sessionize,
  pyconUs,
  pretalxApi,
]
