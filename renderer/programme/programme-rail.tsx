import { ClockAlert, EyeOff, History, type LucideIcon, Star } from 'lucide-react'
import { memo } from 'react'
import { Group, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { formatDate, formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import {
  type ProgrammeFilter,
  type SessionGroup,
  sessionGroups,
} from '../../electron/shared/programme/filter-sessions.ts'
import { formatDay } from '../journal/format-day.ts'
import './programme-rail.css'

/** Stands for all days. */
const ALL = 'all'

const groupIcons: Readonly<Record<SessionGroup, LucideIcon>> = {
  starred: Star,
  clashes: ClockAlert,
  changed: History,
  hidden: EyeOff,
}

export interface ProgrammeRailProps {
  days: readonly string[]
  today: string
  day: string | null
  /** Day -> the number of sessions that the rest of the filter lets through. */
  perDay: ReadonlyMap<string, number>
  total: number
  /** The number of sessions in each group. */
  counts: Readonly<Record<SessionGroup, number>>
  only: SessionGroup | null
  /** The grid shows one day at a time. */
  hasAll: boolean
  onChange: (changes: Partial<ProgrammeFilter>) => void
}

/** The days of the programme, and the sessions that matter to its reader. */
export const ProgrammeRail = memo(function ProgrammeRail(props: ProgrammeRailProps) {
  const { days, today, day, perDay, total, counts, only, hasAll, onChange } = props
  return (
    <nav className="programme-rail" aria-label={t('programme.days')} data-pane data-letters>
      <ToggleButtonGroup
        className="programme-days"
        aria-label={t('programme.days')}
        orientation="vertical"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[day ?? ALL]}
        onSelectionChange={(keys) => {
          const [key] = keys
          onChange({ day: key === undefined || key === ALL ? null : String(key) })
        }}
      >
        {hasAll && (
          <ToggleButton id={ALL} className="programme-day programme-day-all">
            <span>{t('programme.all-days')}</span>
            <span className="programme-count">{formatNumber(total)}</span>
          </ToggleButton>
        )}
        {days.map((one) => (
          <ToggleButton key={one} id={one} className={`programme-day ${one === today ? 'programme-day-today' : ''}`}>
            <span className="visually-hidden">
              {t('programme.day-count', { day: formatDay(one), count: perDay.get(one) ?? 0 })}
            </span>
            <span className="programme-weekday" aria-hidden>
              {formatDate(one, 'short-weekday')}
            </span>
            <span className="programme-number" aria-hidden>
              {formatDate(one, 'day-of-month')}
            </span>
            <span className="programme-month" aria-hidden>
              {formatDate(one, 'short-month')}
            </span>
            <span className="programme-count" aria-hidden>
              {formatNumber(perDay.get(one) ?? 0)}
            </span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Group className="programme-groups" aria-label={t('programme.groups')}>
        {sessionGroups
          .filter((group) => counts[group] > 0 || only === group)
          .map((group) => {
            const Icon = groupIcons[group]
            return (
              <ToggleButton
                key={group}
                className="programme-group"
                data-group={group}
                isSelected={only === group}
                onChange={(isOn) => onChange({ only: isOn ? group : null })}
              >
                <span className="visually-hidden">{t('programme.group-count', { group, count: counts[group] })}</span>
                <Icon aria-hidden />
                <span className="programme-group-name" aria-hidden>
                  {t(`programme.group.${group}`)}
                </span>
                <span className="programme-count" aria-hidden>
                  {formatNumber(counts[group])}
                </span>
              </ToggleButton>
            )
          })}
      </Group>
    </nav>
  )
})
