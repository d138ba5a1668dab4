import { daysBetween } from './time.ts'

/** So long does what was deleted stay in the trash, in days. */
export const TRASH_DAYS = 30

/**
 * How many days something that was deleted stays yet; 0 where its time is over, and it may go at any moment.
 *
 * @param deletedAt ISO 8601
 * @param now the present moment, ISO 8601
 */
export function daysInTrash(deletedAt: string, now: string): number {
  const [from, to] = [deletedAt, now].map((instant) => new Date(instant).toISOString().slice(0, 10))
  return Math.max(0, TRASH_DAYS - daysBetween(from ?? deletedAt, to ?? now))
}
