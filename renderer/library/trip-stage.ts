import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { daysBetween } from '../../electron/shared/time.ts'

/** `over`: nothing was written, so there is nothing to write up. */
export type TripStage = 'coming' | 'under-way' | 'to-write-up' | 'over' | 'published'

type StagedTrip = Pick<TripSummary, 'firstDay' | 'lastDay' | 'published' | 'entries'>

/**
 * The stage of a trip.
 *
 * @param today the date at the venue, `YYYY-MM-DD`
 */
export function stageOf(trip: StagedTrip, today: string): TripStage {
  if (trip.published) return 'published'
  if (daysBetween(today, trip.firstDay) > 0) return 'coming'
  if (daysBetween(today, trip.lastDay) >= 0) return 'under-way'
  return trip.entries === 0 ? 'over' : 'to-write-up'
}

/** The stage for display: "In 12 days", "Under way"; empty if there is nothing to say. */
export function formatStage(trip: StagedTrip, today: string): string {
  const stage = stageOf(trip, today)
  if (stage === 'coming') return t('library.stage.coming', { days: daysBetween(today, trip.firstDay) })
  return stage === 'over' ? '' : t(`library.stage.${stage}`)
}
