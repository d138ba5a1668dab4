import { daysBetween } from './time.ts'

/** How long deleted entries and trips stay in the trash, in days. */
export const TRASH_DAYS = 30

/**
 * The remaining days of something in the trash; 0 if it has expired and may be removed at any moment.
 *
 * @param deletedAt ISO 8601
 * @param now the current time, ISO 8601
 */
export function daysInTrash(deletedAt: string, now: string): number {
  const [from, to] = [deletedAt, now].map((instant) => new Date(instant).toISOString().slice(0, 10))
  return Math.max(0, TRASH_DAYS - daysBetween(from ?? deletedAt, to ?? now))
}
