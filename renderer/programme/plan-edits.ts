import type { PlanEdit } from '../../electron/shared/programme/plan-edit.ts'
import type { Attendance, RoomPlace, Session, Star } from '../../electron/shared/programme.ts'
import { useTrip } from '../state/open-trip.ts'

const edit = (change: PlanEdit) => useTrip.getState().editPlan([change])

/** Gives a session a star, or takes it away with `null`. */
export const setStar = ({ id }: Session, star: Star | null): Promise<void> =>
  edit({ edit: 'star', sessionId: id, star })

/** Gives a session a kind of star, or takes it away if it has that one. */
export function toggleStar(session: Session, star: Star): Promise<void> {
  const current = useTrip.getState().plan.marks[session.id]?.star ?? null
  return setStar(session, current === star ? null : star)
}

/** Notes whether one was there; `null`: nothing is known. */
export const setAttendance = ({ id }: Session, attendance: Attendance | null): Promise<void> =>
  edit({ edit: 'attend', sessionId: id, attendance })

/** Notes an attendance, or takes it away if it is noted already. */
export function toggleAttendance(session: Session, attendance: Attendance): Promise<void> {
  const current = useTrip.getState().plan.marks[session.id]?.attendance ?? null
  return setAttendance(session, current === attendance ? null : attendance)
}

/** Hides the sessions of a room, or shows them again. */
export const hideRoom = (room: string, isHidden: boolean): Promise<void> => edit({ edit: 'hide-room', room, isHidden })

/** Hides the sessions of a track, or shows them again. */
export const hideTrack = (track: string, isHidden: boolean): Promise<void> =>
  edit({ edit: 'hide-track', track, isHidden })

/** Adds one's own session, or replaces it. */
export const saveOwnSession = (session: Session): Promise<void> => edit({ edit: 'own', session })

/** Removes one's own session. */
export const removeOwnSession = ({ id }: Session): Promise<void> => edit({ edit: 'remove-own', sessionId: id })

/** Notes where a room is on a floor plan, or forgets it with `null`. */
export const placeRoom = (room: string, place: RoomPlace | null): Promise<void> =>
  edit({ edit: 'place-room', room, place })
