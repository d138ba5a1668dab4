import {
  CalendarCheck,
  CircleCheck,
  CircleSlash,
  ClockAlert,
  LogOut,
  type LucideIcon,
  MonitorPlay,
  PenLine,
  Star,
  CircleQuestionMark,
} from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Attendance, Mark, Star as StarKind } from '../../electron/shared/programme.ts'
import './session-marks.css'

/** The icon of each kind of star. */
export const starIcons: Readonly<Record<StarKind, LucideIcon>> = {
  go: Star,
  maybe: CircleQuestionMark,
  later: MonitorPlay,
}

export const attendanceIcons: Readonly<Record<Attendance, LucideIcon>> = {
  planned: CalendarCheck,
  attended: CircleCheck,
  'left-early': LogOut,
  missed: CircleSlash,
  'watch-later': MonitorPlay,
}

export interface SessionMarksProps {
  mark: Mark | undefined
  isClashing: boolean
  hasEntry: boolean
}

/** What is noted about a session, as icons. The words are in the name of its row. */
export function SessionMarks({ mark, isClashing, hasEntry }: SessionMarksProps) {
  const StarIcon = mark?.star ? starIcons[mark.star] : null
  const AttendanceIcon = mark?.attendance ? attendanceIcons[mark.attendance] : null
  return (
    <span className="session-marks" aria-hidden>
      {isClashing && (
        <span className="session-clash" title={t('programme.clashing')}>
          <ClockAlert />
        </span>
      )}
      {hasEntry && (
        <span title={t('programme.has-entry')}>
          <PenLine />
        </span>
      )}
      {AttendanceIcon && mark?.attendance && (
        <span title={t(`programme.attendance.${mark.attendance}`)}>
          <AttendanceIcon />
        </span>
      )}
      {StarIcon && mark?.star && (
        <span data-star={mark.star} title={t(`programme.star.${mark.star}`)}>
          <StarIcon />
        </span>
      )}
    </span>
  )
}
