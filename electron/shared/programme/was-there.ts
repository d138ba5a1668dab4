import type { Attendance, Plan } from '../programme.ts'

/** Whether somebody was at a session, if only for a while. */
export function wasThere(attendance: Attendance | null): boolean {
  return attendance === 'attended' || attendance === 'left-early'
}

/** The ids of the sessions that were attended. */
export function attendedSessions({ marks }: Pick<Plan, 'marks'>): string[] {
  return Object.entries(marks).flatMap(([id, { attendance }]) => (wasThere(attendance) ? [id] : []))
}
