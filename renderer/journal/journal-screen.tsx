import { type CSSProperties, memo, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { clockNow } from '../state/clock.ts'
import type { EntryKind } from '../../electron/shared/trip.ts'
import { Divider } from '../components/divider.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import type { MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useEveningState } from '../state/evening-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { areListsHidden, paneWidths, usePanes } from '../state/panes-state.ts'
import { shownEntries } from '../state/shown-entries.ts'
import { DayRail } from './day-rail.tsx'
import { EntryList } from './entry-list.tsx'
import { EntryPane } from './entry-pane.tsx'
import { toRow } from './entry-row.ts'
import { MoveDialog } from './move-dialog.tsx'
import { formatDay } from './format-day.ts'
import { enterDetails, leaveDetails } from './go-to-detail.ts'
import { useDroppedFiles } from './use-dropped-files.ts'
import { selectedEntries } from './selected-entries.ts'
import { TagDialog } from './tag-dialog.tsx'
import { type MoveEntries, useJournalCommands } from './use-journal-commands.ts'
import { useShownChange } from './use-shown-change.ts'
import './journal-screen.css'

/**
 * Where the focus enters the list of entries: the open one, or the first, or what an empty day offers to do. Returns
 * `null` until that has been drawn.
 */
function entryPoint(list: HTMLElement | null): HTMLElement | null {
  const { entryId } = useTrip.getState()
  const shown = shownEntries(useTrip.getState())
  // No other row: the next keys are meant for this entry.
  if (entryId !== null && shown.some(({ id }) => id === entryId)) {
    return list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(entryId)}"]`) ?? null
  }
  return list?.querySelector<HTMLElement>(shown.length === 0 ? 'button' : '[role="row"]') ?? null
}

/** Where the focus goes while the list is hidden: the text, or what is there without an entry. */
const paneEntryPoint = () =>
  document.querySelector<HTMLElement>('.entry-pane .cm-content') ??
  document.querySelector<HTMLElement>('.entry-pane button')

/** Where entries are now, as a sentence. */
function formatPlace([entryId, ...others]: readonly string[]): string {
  const { trip } = useTrip.getState()
  const entry = trip?.entries.find(({ id }) => id === entryId)
  if (!trip || !entry) return ''
  if (others.length > 0) return t('journal.moved-several', { count: others.length + 1, day: formatDay(entry.day) })
  const ofDay = trip.entries.filter(({ day }) => day === entry.day)
  const { title } = toRow(entry, trip.timeZone)
  const place = ofDay.indexOf(entry) + 1
  return t('journal.moved', { title, place, count: ofDay.length, day: formatDay(entry.day) })
}

/**
 * The journal of the open trip (`useTrip`): its days, the entries of one of them, and one entry to write in. Each part
 * subscribes only to what it shows, so that typing draws nothing again.
 */
export const JournalScreen = memo(function JournalScreen() {
  const day = useTrip((state) => state.day)
  const entryId = useTrip((state) => state.entryId)
  const isToday = useTrip((state) => state.trip !== null && state.day === dayAt(clockNow(), state.trip.timeZone))
  const addEntry = useTrip((state) => state.addEntry)
  const focusEditor = useTrip((state) => state.focusEditor)
  const editor = useRef<MarkdownEditorHandle>(null)
  const list = useRef<HTMLElement>(null)
  const [news, setNews] = useState('')
  const [asking, setAsking] = useState<'day' | 'tags' | null>(null)
  /** Where there is room for one pane only: whether it is that of the entry. */
  const [isInside, setInside] = useState(focusEditor)

  const add = useCallback(
    (kind: EntryKind, fields?: EntryFields) => {
      if (day === null) return
      setInside(true)
      void addEntry(kind, day, fields)
    },
    [addEntry, day],
  )

  const onMove = useCallback<MoveEntries>((ids, to, before) => {
    const move = useTrip.getState().moveSeveral(ids, to, before)
    void move.then(() => setNews(formatPlace(ids)))
  }, [])

  const onStep = useCallback((step: 1 | -1) => {
    const ids = selectedEntries()
    const move = useTrip.getState().stepSeveral(ids, step)
    void move.then(() => setNews(formatPlace(ids)))
  }, [])

  const focusList = useCallback(() => {
    // The list is visible at once, in place of the entry: the next key may come before the next frame.
    flushSync(() => {
      setInside(false)
      usePanes.getState().setHidden(false)
    })
    // A list that was hidden draws its rows a moment later, and so does any list with a new row.
    focusSoon(() => entryPoint(list.current), list.current)
  }, [])

  const goInside = useCallback(() => setInside(true), [])

  const write = useCallback(() => {
    flushSync(() => setInside(true))
    editor.current?.focus()
  }, [])

  const goToDetails = useCallback(() => {
    flushSync(() => setInside(true))
    if (!leaveDetails()) return enterDetails()
    return editor.current?.focus()
  }, [])

  useEffect(() => {
    // The focus starts in the list, unless an entry was opened for writing.
    if (document.activeElement !== document.body) return
    focusSoon(() => (areListsHidden() ? paneEntryPoint() : entryPoint(list.current)))
  }, [])

  const toggleLists = useCallback(() => {
    const { areHidden, setHidden } = usePanes.getState()
    const { activeElement } = document
    const isInText = activeElement?.matches('.entry-pane .cm-content') === true
    const isInPane = activeElement?.matches('.entry-pane *') === true
    if (areHidden && !isInText) return focusList()
    flushSync(() => setHidden(!areHidden))
    // What had the focus is gone.
    if (!isInPane) paneEntryPoint()?.focus()
  }, [focusList])

  const lookBack = useCallback(() => {
    const { selectEntry, day: shown } = useTrip.getState()
    if (shown === null) return
    flushSync(() => {
      selectEntry(null)
      useEveningState.getState().ask(shown)
      setInside(true)
    })
  }, [])

  useShownChange(setInside)
  useDroppedFiles(editor)
  const askForDay = useCallback(() => setAsking('day'), [])
  const askForTags = useCallback(() => setAsking('tags'), [])
  const answered = () => setAsking(null)
  const openEditor = useCallback(() => editor.current, [])
  const commands = useJournalCommands({
    openEditor,
    add,
    step: onStep,
    askForDay,
    askForTags,
    focusText: write,
    goToDetails,
    focusList,
    toggleLists,
    lookBack,
  })

  const { widths, areHidden, resize } = usePanes()
  const asked = useEveningState((state) => state.asked)

  if (day === null) return null
  const inside = isInside && (entryId !== null || asked === day) ? 'journal-inside' : ''
  const alone = areHidden ? 'journal-alone' : ''
  return (
    <div
      className={`journal ${inside} ${alone}`}
      style={{ '--rail': `${widths.rail}px`, '--list': `${widths.list}px` } as CSSProperties}
    >
      <DayRail onMove={onMove} commands={commands} />
      <Divider
        className="journal-rail-edge"
        label={t('journal.rail-width')}
        width={widths.rail}
        {...paneWidths.rail}
        onResize={(width) => resize('rail', width)}
      />
      <EntryList
        ref={list}
        day={day}
        isToday={isToday}
        onAdd={add}
        onMove={onMove}
        onWrite={write}
        onOpen={goInside}
        onLookBack={lookBack}
        commands={commands}
      />
      <Divider
        className="journal-list-edge"
        label={t('journal.list-width')}
        width={widths.list}
        {...paneWidths.list}
        onResize={(width) => resize('list', width)}
      />
      <EntryPane editor={editor} commands={commands} onWrite={write} onLeave={focusList} />
      {asking === 'day' && <MoveDialog onMove={onMove} onClose={answered} />}
      {asking === 'tags' && <TagDialog onClose={answered} />}
      <output className="visually-hidden">{news}</output>
    </div>
  )
})
