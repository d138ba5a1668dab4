import { type Inclusions, recordOf } from '../../electron/shared/report/report-entry.ts'
import {
  blankDetails,
  defaultReportEntry,
  type Report,
  type ReportChanges,
  type ReportEntry,
} from '../../electron/shared/trip.ts'
import { listBack, onStates, type States } from './list-undo.ts'
import { type BackOf, sectionsBack, type TextBackOf } from './sections-undo.ts'
import { changeLater } from './text-change.ts'

/** How an earlier edit of the report is undone. */
export interface TakenBack {
  changes: ReportChanges
  /** Whether something stays as it is because others have changed the same thing since. */
  isOvertaken: boolean
}

/** A later state of the report -> the changes that undo one earlier edit. */
export type TakeBack = (now: Report) => TakenBack

/**
 * Computes how to undo an edit of the report without affecting later edits, here or on another computer: only what the
 * edit changed is reset, and only where it is still as the edit left it. In texts and lists, that is decided for each part.
 *
 * @param before the report before the edit
 * @param changes what the edit sets
 */
export function takeBack(before: Report, changes: ReportChanges): TakeBack {
  return (now) => {
    let isOvertaken = false
    const back: BackOf = (values) => {
      const result = unlessChanged(values)
      if (result !== undefined) return result.value
      isOvertaken = true
      return values.now
    }
    const textBack: TextBackOf = (texts) => {
      const result = unlessChanged(texts)?.value ?? changeLater(texts.edited, texts.before, texts.now)
      isOvertaken ||= result === null
      return result ?? texts.now
    }
    const states = { before, edited: { ...before, ...changes }, now: { ...blankDetails, ...now } }
    const ways = waysBack(states, back, textBack)
    const results = keysOf(changes).flatMap((key) => {
      const value = ways[key]?.() ?? back(onStates(states, (report) => report[key]))
      return isSame(value, states.now[key]) && isOvertaken ? [] : [[key, value] as const]
    })
    return { changes: Object.fromEntries(results), isOvertaken }
  }
}

const keysOf = (changes: ReportChanges) => Object.keys(changes) as (keyof Report)[]

type Ways = { [K in keyof Report]?: () => Report[K] }

/** How the parts of a report are undone that consist of several things, or of words. */
function waysBack(states: States<Report>, back: BackOf, textBack: TextBackOf): Ways {
  const text = (get: (report: Report) => string) => () => textBack(onStates(states, get))
  const list = (get: (report: Report) => string[]) => () => {
    const lists = onStates(states, get)
    return unlessChanged(lists)?.value ?? listBack(lists)
  }
  return {
    title: text(({ title }) => title),
    lead: text(({ lead }) => lead),
    description: text(({ description = '' }) => description),
    closing: () => ({
      heading: textBack(onStates(states, ({ closing }) => closing.heading)),
      text: textBack(onStates(states, ({ closing }) => closing.text)),
    }),
    authors: list(({ authors }) => authors),
    tags: list(({ tags }) => tags),
    categories: list(({ categories = [] }) => categories),
    dayHeadings: () => ({
      style: back(onStates(states, ({ dayHeadings }) => dayHeadings.style)),
      own: headingsBack(
        onStates(states, ({ dayHeadings }) => dayHeadings.own),
        back,
      ),
    }),
    sections: () =>
      sectionsBack(
        onStates(states, ({ sections }) => sections),
        back,
        textBack,
      ),
    entries: () => entriesBack(states, back),
  }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What a value becomes; `undefined` if the edit and others have both changed it. */
function unlessChanged<T>({ before, edited, now }: States<T>): { value: T } | undefined {
  if (isSame(now, edited)) return { value: before }
  return isSame(before, edited) || isSame(now, before) ? { value: now } : undefined
}

type Headings = Report['dayHeadings']['own']

function headingsBack(states: States<Headings>, back: BackOf): Headings {
  const days = new Set([...Object.keys(states.now), ...Object.keys(states.before)])
  const headings = [...days].map((day) => [day, back(onStates(states, (of) => of[day]))] as const)
  return Object.fromEntries(headings.flatMap(([day, heading]) => (heading === undefined ? [] : [[day, heading]])))
}

type Records = Report['entries']

function entriesBack(reports: States<Inclusions>, back: BackOf): Records {
  const { before, edited, now } = reports
  const result = { ...now.entries }
  for (const entryId of new Set([...Object.keys(before.entries), ...Object.keys(edited.entries)])) {
    const records = onStates(reports, (report) => recordOf(report, entryId))
    const isUntouched = recordFields.every((field) => records.now[field] === records.edited[field])
    if (isUntouched && before.entries[entryId] === undefined) delete result[entryId]
    else if (recordFields.some((field) => records.before[field] !== records.edited[field])) {
      const fields = recordFields.map((field) => [field, back(onStates(records, (record) => record[field]))])
      result[entryId] = { ...records.now, ...Object.fromEntries(fields) }
    }
  }
  return result
}

const recordFields = Object.keys(defaultReportEntry) as (keyof ReportEntry)[]
