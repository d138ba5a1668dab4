import { ArrowRight, ChevronLeft, MapPin, MessageSquare, PenLine } from 'lucide-react'
import { memo, type ReactElement, type ReactNode, useMemo } from 'react'
import { Group, ToggleButton } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { nextInRoom } from '../../electron/shared/programme/clashes.ts'
import type { IndexedSession } from '../../electron/shared/programme/index-sessions.ts'
import { attendances, type ChangeKind, type Session, stars } from '../../electron/shared/programme.ts'
import type { CommandId } from '../../electron/shared/commands.ts'
import { bridge } from '../bridge/bridge.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { runCommand } from '../commands/run-command.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { Select } from '../components/select.tsx'
import { shortcutProps } from '../components/shortcut.ts'
import { WithTooltip } from '../components/tooltip.tsx'
import { formatForeignTimeZone, localTimeZone } from '../format/clocks.ts'
import { isLanguageTag, languageName } from '../format/language-name.ts'
import { formatDay } from '../journal/format-day.ts'
import { Markdown } from '../markdown/markdown.tsx'
import { useApp } from '../state/app-state.ts'
import { openPerson } from '../state/open-person.ts'
import { formatState, formatTimes } from './describe-session.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { setAttendance, setStar } from './plan-edits.ts'
import { starIcons } from './session-marks.tsx'
import type { Sessions } from './use-sessions.ts'
import '../markdown/markdown.css'
import './session-pane.css'

/** The commands that set each kind of star, whose keys the buttons name. */
export const starCommands = { go: 'star-go', maybe: 'star-maybe', later: 'star-later' } as const

export interface SessionPaneProps {
  indexed: IndexedSession | null
  sessions: Sessions
  timeZone: string
  /** How the latest import changed it. */
  changes: readonly ChangeKind[]
  onSelect: (sessionId: string) => void
  /** Where there is room for one pane only: goes back to the sessions. */
  onBack: () => void
}

/** The chosen session: what the programme says about it, and what can be done. */
export const SessionPane = memo(function SessionPane(props: SessionPaneProps) {
  const { indexed, onBack } = props
  return (
    // Escape leads back to the sessions, wherever the focus is in the pane.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="session-pane"
      aria-label={t('programme.session')}
      data-pane
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onBack()
      }}
    >
      <IconButton
        label={t('programme.back')}
        icon={<ChevronLeft aria-hidden />}
        className="session-back"
        onPress={onBack}
      />
      {indexed === null ? (
        <EmptyState title={t('programme.none-chosen')}>{t('programme.none-chosen-note')}</EmptyState>
      ) : (
        <Details key={indexed.session.id} {...props} indexed={indexed} />
      )}
    </section>
  )
})

function Details({ indexed, sessions, timeZone, changes, onSelect }: SessionPaneProps & { indexed: IndexedSession }) {
  const { session } = indexed
  const { id, title, subtitle, abstract, links, feedbackUrl } = session
  const tree = useMemo(() => parseMarkdown(abstract), [abstract])
  const isWritten = sessions.entries.has(id)
  return (
    <article className="session-details">
      <h2 className="session-title">{title}</h2>
      {subtitle !== '' && <p className="session-subtitle">{subtitle}</p>}
      <When session={session} timeZone={timeZone} />
      <Speakers session={session} />
      <Actions session={session} sessions={sessions} isWritten={isWritten} />
      <Notices {...{ indexed, sessions, timeZone, changes, onSelect }} />
      {abstract !== '' && (
        // Its words are the organiser's, in their language.
        <div
          className="post session-abstract"
          lang={isLanguageTag(session.language) ? session.language : undefined}
          data-verbatim
        >
          <Markdown tree={tree} photoAddress={noPhoto} openLink={openLink} />
        </div>
      )}
      {(links.length > 0 || feedbackUrl !== '') && (
        <ul className="session-links" aria-label={t('programme.links')}>
          {links.map(({ label, url }, index) => (
            // Some programmes name an address twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${index} ${url}`}>
              <Outside url={url}>{label === '' ? url : label}</Outside>
            </li>
          ))}
          {feedbackUrl !== '' && (
            <li>
              <Outside url={feedbackUrl} icon={<MessageSquare aria-hidden />}>
                {t('programme.feedback')}
              </Outside>
            </li>
          )}
        </ul>
      )}
      <NextInRoom indexed={indexed} sessions={sessions} timeZone={timeZone} onSelect={onSelect} />
    </article>
  )
}

const noPhoto = () => ''

async function follow(url: string): Promise<void> {
  const answer = await bridge.call('links.open', { url })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
}

const openLink = (url: string) => void follow(url)

function Outside({ url, icon, children }: { url: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <a
      href={url}
      className="session-link"
      title={url}
      onClick={(event) => {
        event.preventDefault()
        openLink(url)
      }}
    >
      {icon}
      {children}
    </a>
  )
}

/** Day, times and place; the zone is named where this computer's clock shows another time. */
function When({ session, timeZone }: { session: Session; timeZone: string }) {
  const { day, start, end, room, track, type, language } = session
  const instants = [start, end].flatMap((instant) => (instant === null ? [] : [instant]))
  const zone = formatForeignTimeZone(instants, timeZone, localTimeZone())
  const times = formatTimes(session, timeZone)
  const when = day === null ? t('programme.without-time') : formatDay(day)
  return (
    <>
      <p className="session-when">
        <span>{times === '' ? when : t('programme.day-and-times', { day: when, times })}</span>
        {room !== '' && (
          <Button
            kind="plain"
            className="session-room"
            icon={<MapPin aria-hidden />}
            onPress={() => void runCommand('show-room')}
            aria-label={t('programme.where-is', { room })}
          >
            {room}
          </Button>
        )}
      </p>
      {zone !== '' && <p className="quiet session-zone">{zone}</p>}
      {[track, type, language].some((part) => part !== '') && (
        <p className="quiet">{[track, type, languageName(language)].filter((part) => part !== '').join(' · ')}</p>
      )}
    </>
  )
}

function Speakers({ session: { speakers } }: { session: Session }) {
  if (speakers.length === 0) return null
  return (
    <ul className="session-speakers" aria-label={t('programme.speakers')}>
      {speakers.map(({ name, role, affiliation }, index) => (
        // Some programmes name a person twice.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${index} ${name}`}>
          <button type="button" className="session-speaker" onClick={() => openPerson(name)}>
            {name}
          </button>
          {[role, affiliation].some((part) => part !== '') && (
            <span className="quiet"> · {[role, affiliation].filter((part) => part !== '').join(', ')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A button for a command, with its key in the tooltip. */
function Named({ command, children }: { command: CommandId; children: ReactElement }) {
  return (
    <WithTooltip text={commandName(command)} keys={chordsOf(command)[0]}>
      {children}
    </WithTooltip>
  )
}

function Actions({ session, sessions, isWritten }: { session: Session; sessions: Sessions; isWritten: boolean }) {
  const isReadOnly = useReadOnlyArea()
  const mark = sessions.plan.marks[session.id]
  return (
    <div className="session-actions">
      <Named command="write-about">
        <Button
          kind="primary"
          icon={<PenLine aria-hidden />}
          isDisabled={isReadOnly && !isWritten}
          {...shortcutProps(chordsOf('write-about')[0])}
          onPress={() => void runCommand('write-about')}
        >
          {isWritten ? t('programme.open-entry') : t('programme.write-entry')}
        </Button>
      </Named>
      <Group className="session-stars" aria-label={t('programme.stars')}>
        {stars.map((star) => {
          const Icon = starIcons[star]
          return (
            <Named key={star} command={starCommands[star]}>
              <ToggleButton
                className="session-star-button"
                data-star={star}
                isDisabled={isReadOnly}
                isSelected={mark?.star === star}
                onChange={(isOn) => void setStar(session, isOn ? star : null)}
              >
                <Icon aria-hidden /> {t(`programme.star.${star}`)}
              </ToggleButton>
            </Named>
          )
        })}
      </Group>
      <Select
        isBare
        isSmall
        hideLabel
        className="session-attendance"
        label={t('programme.attendance')}
        items={[
          { id: 'none', label: t('programme.attendance.none') },
          ...attendances.map((id) => ({ id, label: t(`programme.attendance.${id}`) })),
        ]}
        value={mark?.attendance ?? 'none'}
        onChange={(id) => void setAttendance(session, id === 'none' ? null : id)}
      />
    </div>
  )
}

interface NoticesProps extends Pick<SessionPaneProps, 'sessions' | 'timeZone' | 'changes' | 'onSelect'> {
  indexed: IndexedSession
}

/** What one should know about it: clashes, short ways, changes of the programme. */
function Notices({ indexed, sessions, timeZone, changes, onSelect }: NoticesProps) {
  const { session } = indexed
  const clashes = sessions.clashes.get(session.id) ?? []
  const walk = sessions.walks.get(session.id)
  const state = formatState(session)
  if (clashes.length === 0 && walk === undefined && state === '' && changes.length === 0) return null
  return (
    <ul className="session-notices" aria-label={t('programme.notices')}>
      {state !== '' && <li className="session-notice-strong">{state}</li>}
      {changes
        .filter((kind) => kind !== 'dropped' && kind !== 'cancelled')
        .map((kind) => (
          <li key={kind}>{t(`programme.changed.${kind}`)}</li>
        ))}
      {clashes.map((other) => (
        <li key={other.session.id} className="session-notice-strong">
          {t('programme.clashes-with')} <Go indexed={other} timeZone={timeZone} onSelect={onSelect} />
        </li>
      ))}
      {walk && (
        <li className="session-notice-strong">
          {t('programme.tight-walk', {
            minutes: walk.minutes,
            room: walk.from.session.room || t('programme.no-room'),
            title: walk.from.session.title,
          })}
        </li>
      )}
    </ul>
  )
}

interface GoProps {
  indexed: IndexedSession
  timeZone: string
  onSelect: (sessionId: string) => void
}

/** A way to another session. */
function Go({ indexed: { session }, timeZone, onSelect }: GoProps) {
  const times = formatTimes(session, timeZone)
  return (
    <button type="button" className="session-go" onClick={() => onSelect(session.id)}>
      {[times, session.title].filter((part) => part !== '').join(' ')}
    </button>
  )
}

function NextInRoom({ indexed, sessions, ...props }: GoProps & { sessions: Sessions }) {
  const next = useMemo(() => nextInRoom(sessions.all, indexed), [sessions.all, indexed])
  if (next === null) return null
  return (
    <p className="session-next quiet">
      <ArrowRight aria-hidden /> {t('programme.next-in-room', { room: indexed.session.room })}{' '}
      <Go {...props} indexed={next} />
    </p>
  )
}
