import type { z } from 'zod'
import { type OtherReport, otherReportSchema, reportSchema, type Trip } from '../../shared/trip.ts'
import { isSame, on, type Sides } from '../trip-file/sides.ts'
import { mergePresence } from './merge-list.ts'
import { mergeOrder } from './merge-order.ts'
import type { LostWords } from './merge-photos.ts'
import { mergeReport } from './merge-report.ts'

/**
 * Merges the reports of a trip, each by its id. One that a side deleted is gone, unless the other side has changed it
 * since.
 */
export function mergeReports(sides: Sides<Trip>, lost: LostWords[]): Pick<Trip, 'report' | 'reports'> {
  const report = mergeReport(
    on(sides, (trip) => trip.report),
    lost,
  )
  const lists = on(sides, (trip) => trip.reports ?? [])
  const byId = on(lists, (reports) => new Map(reports.map((one) => [one.id, one])))
  const isChanged = (id: string) => !isSame(byId.newer.get(id) ?? byId.older.get(id), byId.base?.get(id))
  const wanted = mergePresence(
    on(byId, (reports) => new Set(reports.keys())),
    isChanged,
  )
  const ids = on(lists, (reports) => reports.map(({ id }) => id))
  const reports = mergeOrder(ids, wanted).flatMap((id): OtherReport[] => {
    const [newer, older] = [byId.newer.get(id), byId.older.get(id)]
    if (newer === undefined || older === undefined) return [newer ?? older ?? []].flat()
    return [{ id, ...mergeReport({ base: byId.base?.get(id), newer, older }, lost) }]
  })
  return {
    report: inOneOrder(reportSchema, report),
    ...(reports.length > 0 && { reports: reports.map((other) => inOneOrder(otherReportSchema, other)) }),
  }
}

/**
 * A report with its keys in the order of its schema. Two computers that merge the same states write the same bytes, also
 * if one of them has read its own from the disk and the other has just edited it.
 */
function inOneOrder<T>(schema: z.ZodType<T>, report: T): T {
  const read = schema.safeParse(report)
  return read.success ? read.data : report
}
