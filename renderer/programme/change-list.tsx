import type { ProgrammeChange } from '../../electron/shared/contract/programme.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import type { Session } from '../../electron/shared/programme.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { LongList } from '../components/long-list.tsx'
import { formatDay } from '../journal/format-day.ts'
import { formatTimes } from './describe-session.ts'
import './import-programme-dialog.css'

/** The height of most lines, in pixels. */
const LINE = 44

/** When and where a session is. */
function formatPlace(session: Session, timeZone: string): string {
  const { day, room } = session
  const parts = [day === null ? t('programme.without-time') : formatDay(day), formatTimes(session, timeZone), room]
  return parts.filter((part) => part !== '').join(' · ')
}

const speakersOf = ({ speakers }: Session) =>
  speakers.length === 0
    ? t('programme.no-speakers')
    : listOf(
        speakers.map(({ name }) => name),
        'unit',
      )

/** What has become of what, for the line below a session's title. */
function formatChange({ kind, before, after }: ProgrammeChange, timeZone: string): string {
  const session = after ?? before
  if (session === null) return ''
  if (before === null || after === null) return formatPlace(session, timeZone)
  switch (kind) {
    case 'moved':
      return t('programme.import.became', {
        before: formatPlace(before, timeZone),
        after: formatPlace(after, timeZone),
      })
    case 'retitled':
      return t('programme.import.became', { before: before.title, after: after.title })
    case 'speakers':
      return t('programme.import.became', { before: speakersOf(before), after: speakersOf(after) })
    case 'added':
    case 'dropped':
    case 'cancelled':
    case 'restored':
    case 'rewritten':
      return formatPlace(session, timeZone)
    default:
      return assertNever(kind)
  }
}

export interface ChangeListProps {
  changes: readonly ProgrammeChange[]
  timeZone: string
}

/** How a newer programme differs from the trip's. Those changes that concern what is yours come first. */
export function ChangeList({ changes, timeZone }: ChangeListProps) {
  const yours = changes.filter(({ isYours }) => isYours)
  const others = changes.filter(({ isYours }) => !isYours)
  return (
    <div className="changes">
      {yours.length > 0 && (
        <ChangeGroup title={t('programme.import.yours', { count: yours.length })} changes={yours} timeZone={timeZone} />
      )}
      {others.length > 0 && (
        <ChangeGroup
          title={
            yours.length > 0
              ? t('programme.import.others', { count: others.length })
              : t('programme.import.changes', { count: others.length })
          }
          changes={others}
          timeZone={timeZone}
        />
      )}
    </div>
  )
}

function ChangeGroup({ title, changes, timeZone }: ChangeListProps & { title: string }) {
  return (
    <section>
      <h3 className="changes-title">{title}</h3>
      <LongList label={title} items={changes} itemHeight={LINE}>
        {(change, place) => {
          const { kind, before, after, isGuessed } = change
          const session = after ?? before
          return (
            <li key={`${kind} ${session?.id ?? ''}`} className="change" {...place}>
              <span className="change-kind" data-kind={kind}>
                {t(`programme.change.${kind}`)}
              </span>
              <span className="change-words">
                <span className="change-title">{(before ?? after)?.title}</span>
                <span className="change-detail">{formatChange(change, timeZone)}</span>
                {isGuessed && <span className="change-detail">{t('programme.import.guessed')}</span>}
              </span>
            </li>
          )
        }}
      </LongList>
    </section>
  )
}
