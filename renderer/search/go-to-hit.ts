import type { Hit } from '../../electron/shared/search.ts'
import { focusSoon } from '../components/focus-soon.ts'
import { selectInDocument } from '../editor/open-documents.ts'
import { useApp } from '../state/app-state.ts'
import { openEntry, openTrip } from '../state/go-to-entry.ts'
import { useDetails } from '../state/open-details.ts'
import { useTrip } from '../state/open-trip.ts'
import { textOfHit } from './text-of-hit.ts'

type Range = readonly [from: number, to: number]

/** The words of a hit as they are written, the first one first. */
function wordsOf({ sentence, sentenceMarks, title, titleMarks, field }: Hit): string[] {
  const [text, marks] = field === 'title' ? [title, titleMarks] : [sentence, sentenceMarks]
  return marks.map(([from, to]) => text.slice(from, to))
}

/** A text on one line, in which everything is where it was. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

/** Where the word of a hit is in a text that may have changed since; `null` if it is not there any more. */
function findWord(text: string, { at }: Hit, words: readonly string[]): Range | null {
  if (at !== null && words.includes(plain(text.slice(...at)))) return at
  const [word] = words
  const from = word === undefined ? -1 : plain(text).indexOf(word)
  return word === undefined || from === -1 ? null : [from, from + word.length]
}

/** Opens what a hit leads to, with the word selected. */
export async function goToHit(hit: Hit): Promise<void> {
  const { place, tripId, entryId, reportId, field } = hit
  const words = wordsOf(hit)
  if (place === 'trip') return useApp.getState().goToTrip(tripId)
  if (reportId !== null) {
    if (await openTrip(tripId, 'report')) goIntoReport(hit, reportId, words)
    return
  }
  if (entryId === null) return
  const isInText = field === 'text' || field === 'caption' || words.length === 0
  if (!(await openEntry(tripId, entryId))) return
  if (isInText) return selectInDocument(entryId, (text) => findWord(text, hit, words))
  if (field !== 'title') useDetails.getState().show(entryId)
  if (field === 'tag') focusSoon(() => document.querySelector('.entry-pane [data-field="tags"] input'))
  else focusSoon(() => findField('.entry-pane', words[0]))
}

/** Opens the text of a report that has the words of a hit, or leads to the field that has them. */
function goIntoReport(hit: Hit, reportId: string, words: readonly string[]): void {
  const { viewReport, lookAt } = useTrip.getState()
  if (!viewReport(reportId)) return
  const { trip } = useTrip.getState()
  const found = trip && textOfHit(trip, hit, words)
  if (found) {
    lookAt(found.part)
    selectInDocument(found.documentId, (text) => findWord(text, hit, words))
  } else {
    if (hit.field === 'title') lookAt('title')
    focusSoon(() => findField('.report', words[0]))
  }
}

/** The first field of a part of the page that has a word, which is selected in it. */
function findField(part: string, word: string | undefined): HTMLElement | null {
  if (word === undefined) return null
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    `${part} :is(input, textarea)`,
  )) {
    // A field for a date or a time has no selection.
    if (field.selectionStart === null) continue
    const from = field.value.indexOf(word)
    if (from === -1) continue
    field.setSelectionRange(from, from + word.length)
    return field
  }
  return null
}
