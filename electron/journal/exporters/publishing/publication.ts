import type { PostMeta } from '../../../shared/post.ts'

/** When a post was published, in the ways in which files say it. */
export interface Publication {
  /** In UTC, with milliseconds. */
  iso: string
  /** `YYYY-MM-DD hh:mm:ss`, at the place of the trip. */
  local: string
  /** The same in UTC. */
  gmt: string
  /** RFC 822, in UTC. */
  rfc822: string
  /** Milliseconds since 1970. */
  ms: number
}

/**
 * The time of publication; `null` if the author has not set a day. Without a time, it is noon in UTC, which is on the same
 * day almost everywhere on earth.
 */
export function publicationOf({ date, time }: Pick<PostMeta, 'date' | 'time'>): Publication | null {
  return date === null ? null : publicationAt(date, time)
}

/** @param time with its offset; `null` for noon in UTC */
export function publicationAt(day: string, time: string | null): Publication {
  const at = new Date(`${day}T${time ?? '12:00:00Z'}`)
  const iso = at.toISOString()
  return {
    iso,
    local: `${day} ${(time ?? '12:00:00').slice(0, 'hh:mm:ss'.length)}`,
    gmt: iso.slice(0, 'YYYY-MM-DDThh:mm:ss'.length).replace('T', ' '),
    rfc822: at.toUTCString().replace('GMT', '+0000'),
    ms: at.getTime(),
  }
}

/** The day of `YYYY-MM-DD hh:mm:ss`, or `null`. */
export function dayOf(time: string): string | null {
  const [day] = /^[1-9]\d{3}-\d\d-\d\d/.exec(time) ?? []
  return day ?? null
}
