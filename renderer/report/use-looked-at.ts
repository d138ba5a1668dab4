import { type RefObject, useLayoutEffect } from 'react'
import type { Composition } from '../../electron/shared/contract/report.ts'
import {
  isMetaPlace,
  type MetaPlace,
  type PartId,
  type RemarkPlace,
  subjectOf,
} from '../../electron/shared/report/post-places.ts'
import { focusSoon } from '../components/focus-soon.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import type { OutlineActions } from './outline-actions.ts'
import { rowOf } from './use-outline-keys.ts'

interface Parts {
  outline: RefObject<HTMLElement | null>
  /** What the post contains; `null` until it is composed. */
  composition: Composition | null
  edit: OutlineActions['edit']
}

/** Leads to the place that a remark is about, as soon as the post is there. */
export function useLookedAt(parts: Parts): void {
  const lookedAt = useTrip((state) => state.lookedAt)
  useLayoutEffect(() => {
    // The details of the post open by themselves.
    if (lookedAt === null || isMetaPlace(lookedAt) || parts.composition === null) return
    useTrip.getState().lookAt(null)
    const { composition } = parts
    // It draws at once what it leads to, which React does not do within an effect.
    queueMicrotask(() => goTo(lookedAt, parts, composition))
    // Each remark is followed once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [lookedAt, parts.composition === null])
}

function goTo(place: Exclude<RemarkPlace, MetaPlace>, { outline, edit }: Parts, { spans }: Composition): void {
  const find = (selector: string) => outline.current?.querySelector<HTMLElement>(selector) ?? null
  if (place === 'unplaced') {
    focusSoon(() => find('.outline-unplaced [data-control="title"]'))
  } else if (place === 'title') {
    edit(place, 'heading')
  } else if (subjectOf(place, 'section') !== null && !hasBlocks(place, spans)) {
    useTrip.getState().selectPart(place)
    focusSoon(() => find(`.outline-group[data-part="${CSS.escape(place)}"] input`))
  } else if (spans.some(({ part, role }) => part === place && role === 'text')) {
    edit(place, 'text')
  } else {
    goOutside(place, outline)
  }
}

const hasBlocks = (place: PartId, spans: Composition['spans']) =>
  spans.some(({ part, role, from, to }) => part === place && role === 'text' && to > from)

/** To what the post leaves out. The text of an entry is in the journal. */
function goOutside(place: PartId, outline: RefObject<HTMLElement | null>): void {
  const entryId = subjectOf(place, 'entry')
  const { trip, selectEntry, selectPart } = useTrip.getState()
  if (entryId !== null && trip) {
    selectEntry(entryId, { focus: true })
    useApp.getState().goToTrip(trip.id, 'journal')
  } else {
    selectPart(place)
    focusSoon(() => outline.current && rowOf(outline.current, place))
  }
}
