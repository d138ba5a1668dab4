import type { ConflictChoice, SiteConflict } from '../../../shared/destinations.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ExportFile } from '../exporter.ts'
import { shortHash, sideFor } from './collect-conflicts.ts'
import { type PlannedPictures, planPictures } from './plan-files.ts'
import { type PlannedText, planText, type TextOrder } from './plan-text.ts'

/** What has to be written into a site, and what somebody has to decide before. */
export interface ExportPlan {
  text: PlannedText
  pictures: PlannedPictures
  /** Those of the text, then those of the pictures. */
  conflicts: SiteConflict[]
  /** Identifies the states of the site and the report that the conflicts are between. */
  proposal: string
  /** Whether nothing is left to decide. */
  isDecided: boolean
  /** Whether there were decisions about states that have changed since. They were not used. */
  isOutdated: boolean
}

/** Finds out what a post's text and its pictures in the site have to become, with what was decided. */
export async function planExport(order: TextOrder, pictures: readonly ExportFile[]): Promise<Result<ExportPlan>> {
  const { choice } = order
  const planned = await planWith(order, pictures, choice)
  if (!planned.ok || typeof choice === 'string' || choice.proposal === planned.value.proposal) return planned
  const again = await planWith(order, pictures, 'ask')
  return again.ok ? ok({ ...again.value, isOutdated: true }) : again
}

async function planWith(
  order: TextOrder,
  files: readonly ExportFile[],
  choice: ConflictChoice,
): Promise<Result<ExportPlan>> {
  const text = await planText({ ...order, choice })
  if (!text.ok) return text
  const pictures = await planPictures(files, order.earlier, order.site, choice)
  if (!pictures.ok) return pictures
  const conflicts = [...text.value.conflicts, ...pictures.value.conflicts]
  return ok({
    text: text.value,
    pictures: pictures.value,
    conflicts,
    proposal: shortHash([text.value.states, ...pictures.value.conflicts.map(({ id }) => id)]),
    isDecided: conflicts.every(({ id }) => sideFor(id, choice) !== null),
    isOutdated: false,
  })
}
