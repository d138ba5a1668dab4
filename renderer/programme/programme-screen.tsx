import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { foldedAbstract } from '../../electron/shared/programme/index-sessions.ts'
import { noFilter, type SessionGroup } from '../../electron/shared/programme/filter-sessions.ts'
import type { ChangeKind, Programme as ProgrammeContent } from '../../electron/shared/programme.ts'
import { dayAt } from '../../electron/shared/time.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { commandName, useMenuEntries } from '../commands/command-entries.tsx'
import { runCommand } from '../commands/run-command.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { Button } from '../components/button.tsx'
import { type ContextMenu, ContextMenuView, useContextMenu } from '../components/context-menu.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { useAfterTyping } from '../components/use-after-typing.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { useSteady } from '../journal/use-steady.ts'
import { clockNow } from '../state/clock.ts'
import { useTrip } from '../state/open-trip.ts'
import { ProgrammeBar, ProgrammeChoices } from './programme-bar.tsx'
import { ProgrammeRail } from './programme-rail.tsx'
import { isNarrowed, useProgrammeView } from './programme-view.ts'
import { formatGaps } from './describe-session.ts'
import { sessionAt, type SessionsHandle, SessionList } from './session-list.tsx'
import { SessionGrid } from './session-grid.tsx'
import { SessionPane } from './session-pane.tsx'
import { useOpening } from './use-opening.ts'
import { sessionMenuIds, useProgrammeCommands } from './use-programme-commands.ts'
import { entriesOfSessions, type Sessions, useFiltered, useSessions } from './use-sessions.ts'
import './programme-screen.css'

/** The programme of the open trip. */
export function ProgrammeScreen() {
  const trip = useTrip((state) => state.trip)
  const programme = useTrip((state) => state.programme)
  const isEmpty = useTrip((state) => state.programme === null && state.plan.own.every(({ isRemoved }) => isRemoved))
  const isRead = useTrip((state) => state.programmeOf === state.trip?.id)
  const problem = useTrip((state) => state.programmeProblem)
  const readProgramme = useTrip((state) => state.readProgramme)

  if (trip === null) return null
  if (isRead) return isEmpty ? <NoProgramme /> : <Programme key={trip.id} trip={trip} programme={programme} />
  if (problem === null) return null
  return (
    <EmptyState
      title={t('programme.not-read')}
      action={<Button onPress={() => void readProgramme()}>{t('action.retry')}</Button>}
    >
      {render(problem)}
    </EmptyState>
  )
}

/** What will be here, and how it gets here. */
function NoProgramme() {
  const isReadOnly = useReadOnlyArea()
  useEffect(() => {
    if (document.activeElement === document.body) {
      focusSoon(() => document.querySelector<HTMLElement>('.programme-empty button'))
    }
  }, [])
  return (
    <div className="programme-empty" data-pane>
      <EmptyState
        title={t('programme.empty')}
        action={
          <div className="programme-empty-ways">
            <Button kind="primary" isDisabled={isReadOnly} onPress={() => void runCommand('import-programme')}>
              {commandName('import-programme')}
            </Button>
          </div>
        }
      >
        {t('programme.empty-note')}
      </EmptyState>
    </div>
  )
}

const noChanges: readonly ChangeKind[] = []
const noRooms: readonly string[] = []

/** The menu of a session. Its entries are made when it is opened. */
function SessionMenu({ menu, commands }: { menu: ContextMenu; commands: CommandParts<'programme'> }) {
  const items = useMenuEntries(commands, sessionMenuIds, undefined)
  return <ContextMenuView {...menu} label={t('programme.session-menu')} items={items} />
}

function areSameEntries(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([sessionId, entryId]) => b.get(sessionId) === entryId)
}

/** Folds all abstracts for the search while nothing else happens. */
function useFoldedAbstracts({ all }: Sessions): void {
  useEffect(() => {
    let next = 0
    const fold = () => {
      const until = performance.now() + 6
      while (next < all.length && performance.now() < until) {
        const indexed = all[next++]
        if (indexed) foldedAbstract(indexed.session)
      }
      if (next < all.length) timer = setTimeout(fold, 16)
    }
    let timer = setTimeout(fold, 100)
    return () => clearTimeout(timer)
  }, [all])
}

function Programme({ trip, programme }: { trip: Trip; programme: ProgrammeContent | null }) {
  const plan = useTrip((state) => state.plan)
  const entries = useTrip(
    useSteady(
      ({ trip: open }) => [open?.entries],
      ({ trip: open }) => entriesOfSessions(open?.entries ?? []),
      areSameEntries,
    ),
  )
  const sessions = useSessions(programme, plan, entries)
  useFoldedAbstracts(sessions)
  const sessionId = useTrip((state) => state.sessionId)
  const selectSession = useTrip((state) => state.selectSession)
  const view = useProgrammeView()
  const { filter, arrangement, isInside, hasChoices, change } = view
  const { days } = sessions.values
  const today = dayAt(clockNow(), trip.timeZone)
  const isGrid = arrangement === 'grid'
  // The grid shows one day.
  const wantedDay = days.find((day) => day === filter.day) ?? null
  const shownDay = isGrid ? (wantedDay ?? days.find((day) => day === today) ?? days[0] ?? null) : wantedDay
  const used = useMemo(() => ({ ...filter, day: shownDay }), [filter, shownDay])
  const filtered = useFiltered(sessions, used)
  const { shown: listed } = filtered
  // A keystroke waits for the sessions that are seen. The numbers, and the rows around those, follow when typing pauses.
  const counted = useAfterTyping(filtered, filter.query)

  const list = useRef<SessionsHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const latest = useRef({ sessions, listed })
  useLayoutEffect(() => {
    latest.current = { sessions, listed }
  })

  useOpening(trip, sessions, today, listed)

  const focus = useCallback(() => {
    flushSync(() => useProgrammeView.setState({ isInside: false }))
    if (list.current?.focus() !== true) search.current?.focus()
  }, [])
  /** Does something after which the chosen session may be gone: the focus is then on the one that took its place. */
  const keepPlace = useCallback(
    (act: () => Promise<void>) => {
      const at = latest.current.listed.findIndex(({ session }) => session.id === useTrip.getState().sessionId)
      const done = act()
      // The list follows now.
      flushSync(() => useProgrammeView.setState({ isInside: false }))
      const { listed: left } = latest.current
      const isThere = left.some(({ session }) => session.id === useTrip.getState().sessionId)
      const next = left[Math.min(Math.max(at, 0), left.length - 1)]
      if (!isThere && next !== undefined) flushSync(() => selectSession(next.session.id))
      if (list.current?.focus() !== true) search.current?.focus()
      return done
    },
    [selectSession],
  )
  const go = useCallback(
    (id: string) => {
      const indexed = latest.current.sessions.byId.get(id)
      const isShown = latest.current.listed.some(({ session }) => session.id === id)
      // A filter must not hide what was asked for.
      if (!isShown) useProgrammeView.setState({ filter: { ...noFilter, day: indexed?.session.day ?? null } })
      flushSync(() => selectSession(id))
      list.current?.focus()
    },
    [selectSession],
  )
  const commands = useProgrammeCommands({
    sessions: useCallback(() => latest.current.sessions, []),
    go,
    find: useCallback(() => {
      flushSync(() => useProgrammeView.setState({ isInside: false }))
      search.current?.focus()
      search.current?.select()
    }, []),
    toggleGrid: useCallback(() => {
      const { arrangement: before } = useProgrammeView.getState()
      flushSync(() => useProgrammeView.setState({ arrangement: before === 'grid' ? 'list' : 'grid' }))
      list.current?.focus()
    }, []),
    keepPlace,
  })
  const menu = useContextMenu()
  const onMenu = useCallback(
    (event: React.MouseEvent<HTMLElement>) => {
      const id = sessionAt(event.target)
      if (id === null) return
      selectSession(id)
      menu.open(event)
    },
    [menu, selectSession],
  )
  const gaps = useMemo(
    () => (filter.only === 'starred' ? formatGaps(sessions, trip.timeZone) : undefined),
    [filter.only, sessions, trip.timeZone],
  )
  const { groups } = sessions
  const counts = useMemo(
    (): Record<SessionGroup, number> => ({
      starred: groups.starred.size,
      clashes: groups.clashes.size,
      changed: groups.changed.size,
      hidden: groups.hidden.size,
    }),
    [groups],
  )
  const openSession = useCallback(() => useProgrammeView.setState({ isInside: true }), [])
  const chosen = sessions.byId.get(sessionId ?? '') ?? null
  const listProps = {
    sessions,
    shown: listed,
    isSettled: counted === filtered,
    sessionId,
    timeZone: trip.timeZone,
    onMenu,
    ref: list,
  }

  return (
    <div className={`programme ${isInside && chosen ? 'programme-inside' : ''} ${isGrid ? 'programme-as-grid' : ''}`}>
      <ProgrammeRail
        days={days}
        today={today}
        day={used.day}
        perDay={counted.perDay}
        total={counted.total}
        counts={counts}
        only={filter.only}
        hasAll={!isGrid}
        onChange={change}
      />
      <section className="programme-list" aria-label={t('programme.sessions')} data-pane data-sessions data-letters>
        <ProgrammeBar
          query={filter.query}
          count={listed.length}
          isNarrowed={isNarrowed(filter)}
          hasChoices={hasChoices}
          arrangement={arrangement}
          commands={commands}
          input={search}
          onChange={change}
          onLeave={focus}
        />
        {hasChoices && <ProgrammeChoices filter={filter} values={sessions.values} onChange={change} />}
        {listed.length === 0 ? (
          <EmptyState title={t('programme.none-found')}>{t('programme.none-found-note')}</EmptyState>
        ) : isGrid ? (
          <SessionGrid
            {...listProps}
            rooms={programme?.rooms ?? noRooms}
            isToday={shownDay === today}
            onSelect={selectSession}
            onOpen={openSession}
          />
        ) : (
          <SessionList {...listProps} {...(gaps && { gaps })} onSelect={selectSession} onOpen={openSession} />
        )}
      </section>
      <SessionPane
        indexed={chosen}
        sessions={sessions}
        timeZone={trip.timeZone}
        changes={programme?.changed[sessionId ?? ''] ?? noChanges}
        onSelect={go}
        onBack={focus}
      />
      {menu.at !== null && <SessionMenu menu={menu} commands={commands} />}
    </div>
  )
}
