import type { ProgrammeFormat } from '../read-programme.ts'
import { europython } from './europython.ts'
import { frabHub } from './frab-hub.ts'
import { frab } from './frab.ts'
import { grid } from './grid.ts'
import { hoverboard } from './hoverboard.ts'
import { icalendar } from './icalendar.ts'
import { indico } from './indico.ts'
import { pretalxApi } from './pretalx-api.ts'
import { pyconUs } from './pycon-us.ts'
import { scheduleLines } from './schedule-lines.ts'
import { scheduleXml } from './schedule-xml.ts'
import { sessionize } from './sessionize.ts'
import { table } from './table.ts'
import { xcal } from './xcal.ts'

/** All formats of programmes that can be read; the first that recognises a text reads it. */
export const programmeFormats: readonly ProgrammeFormat[] = [
  europython,
  frab,
  frabHub,
  hoverboard,
  sessionize,
  pyconUs,
  indico,
  pretalxApi,
  scheduleXml,
  xcal,
  icalendar,
  table,
  grid,
  scheduleLines,
]
