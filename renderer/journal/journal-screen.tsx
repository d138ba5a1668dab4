import { memo, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../electron/shared/messages/translate.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import type { EntryKind } from '../../electron/shared/trip.ts'
import { focusSoon } from '../components/focus-soon.ts'
import type { MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useTrip } from '../state/open-trip.ts'
import { DayRail } from './day-rail.tsx'
import { EntryList } from './entry-list.tsx'
import { EntryPane } from './entry-pane.tsx'
import { toRow } from './entry-row.ts'
import { MoveDialog } from './move-dialog.tsx'
import { formatDay } from './format-day.ts'
import { useDroppedFiles } from './use-dropped-files.ts'
import { useJournalCommands } from './use-journal-commands.ts'
import { useShownChange } from './use-shown-change.ts'
import './journal-screen.css'

/**
 * Where the focus enters the list of entries: the open one, or the first, or what an empty day offers to do. Returns
 * `null` until that has been drawn.
 */
function entryPoint(list: HTMLElement | null): HTMLElement | null {
  const { trip, day, entryId } = useTrip.getState()
  const isEmpty = trip?.entries.every((entry) => entry.day !== day) ?? true
  const open = entryId === null ? null : list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(entryId)}"]`)
  return open ?? list?.querySelector<HTMLElement>(isEmpty ? 'button' : '[role="row"]') ?? null
}

/** Where an entry is now, as a sentence. */
function formatPlace(entryId: string): string {
  const { trip } = useTrip.getState()
  const entry = trip?.entries.find(({ id }) => id === entryId)
  if (!trip || !entry) return ''
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
  const isToday = useTrip((state) => state.trip !== null && state.day === dayAt(now(), state.trip.timeZone))
  const addEntry = useTrip((state) => state.addEntry)
  const moveEntry = useTrip((state) => state.moveEntry)
  const focusEditor = useTrip((state) => state.focusEditor)
  const editor = useRef<MarkdownEditorHandle>(null)
  const list = useRef<HTMLElement>(null)
  const [news, setNews] = useState('')
  const [isMoving, setMoving] = useState(false)
  /** Where there is room for one pane only: whether it is that of the entry. */
  const [isInside, setInside] = useState(focusEditor)

  const add = useCallback(
    (kind: EntryKind) => {
      if (day === null) return
      setInside(true)
      void addEntry(kind, day)
    },
    [addEntry, day],
  )

  const move = useCallback(
    async (id: string, to: string, before: string | null) => {
      await moveEntry(id, to, before)
      setNews(formatPlace(id))
    },
    [moveEntry],
  )
  const onMove = useCallback((id: string, to: string, before: string | null) => void move(id, to, before), [move])

  const focusList = useCallback(() => {
    // The list is visible at once, in place of the entry: the next key may come before the next frame.
    flushSync(() => setInside(false))
    entryPoint(list.current)?.focus()
  }, [])

  const goInside = useCallback(() => setInside(true), [])

  const write = useCallback(() => {
    flushSync(() => setInside(true))
    editor.current?.focus()
  }, [])

  useEffect(() => {
    // The focus starts in the list, unless an entry was opened for writing.
    if (document.activeElement === document.body) focusSoon(() => entryPoint(list.current))
  }, [])

  useShownChange(setInside)
  useDroppedFiles(editor)
  const askForDay = useCallback(() => setMoving(true), [])
  const openEditor = useCallback(() => editor.current, [])
  const commands = useJournalCommands({ openEditor, add, move: onMove, askForDay, focusText: write, focusList })

  if (day === null) return null
  return (
    <div className={`journal ${isInside && entryId !== null ? 'journal-inside' : ''}`}>
      <DayRail onMove={onMove} />
      <EntryList ref={list} day={day} isToday={isToday} onAdd={add} onMove={onMove} onWrite={write} onOpen={goInside} />
      <EntryPane editor={editor} commands={commands} onWrite={write} onLeave={focusList} />
      {isMoving && <MoveDialog onMove={onMove} onClose={() => setMoving(false)} />}
      <output className="visually-hidden">{news}</output>
    </div>
  )
})
