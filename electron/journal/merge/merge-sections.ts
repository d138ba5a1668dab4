import type { Report, Section } from '../../shared/trip.ts'
import { gatherClashes } from './clashes.ts'
import { mergePresence } from './merge-list.ts'
import { mergeOrder } from './merge-order.ts'
import type { LostWords } from './merge-photos.ts'
import { mergeText } from './merge-text.ts'
import { mergeValue, mergeWords } from './merge-value.ts'
import { isSame, on, type Sides } from '../trip-file/sides.ts'

/** Merges the sections of a report by theme. Each entry is in one section: the one to which it was moved. */
export function mergeSections(sides: Sides<Report>, lost: LostWords[]): Section[] {
  const lists = on(sides, (report) => report.sections)
  if (isSame(lists.newer, lists.older)) return lists.newer
  const byId = on(lists, (sections) => new Map(sections.map((section) => [section.id, section])))
  const isChanged = (id: string) => !isSame(byId.newer.get(id) ?? byId.older.get(id), byId.base?.get(id))
  const wanted = mergePresence(
    on(byId, (sections) => new Set(sections.keys())),
    isChanged,
  )
  const ids = on(lists, (sections) => sections.map((section) => section.id))
  const placeOf = mergePlaces(lists, wanted)
  return mergeOrder(ids, wanted).flatMap((id) => {
    const inSection = new Set([...placeOf].flatMap(([entryId, section]) => (section === id ? [entryId] : [])))
    const entryIds = mergeOrder(
      on(byId, (sections) => sections.get(id)?.entryIds ?? []),
      inSection,
    )
    const [newer, older] = [byId.newer.get(id), byId.older.get(id)]
    if (newer === undefined || older === undefined) {
      const only = newer ?? older
      return only === undefined ? [] : inOrder({ ...only, entryIds })
    }
    return inOrder({ ...mergeWritten({ base: byId.base?.get(id), newer, older }, lost), entryIds })
  })
}

/** A section with its fields in one order, whichever side added one, so that both sides write the same bytes. */
function inOrder({ id, heading, text, numberedEntries, entryIds }: Section): Section {
  return {
    id,
    heading,
    ...(text !== undefined && { text }),
    ...(numberedEntries !== undefined && { numberedEntries }),
    entryIds,
  }
}

/** Merges what is written in a section. What neither side has stays missing. */
function mergeWritten(sides: Sides<Section>, lost: LostWords[]): Section {
  const { newer, older } = sides
  const clashes = gatherClashes<LostWords>()
  const heading = clashes.take(mergeWords(on(sides, (section) => section.heading)), {
    of: 'sectionHeading',
    text: older.heading,
  })
  const text = clashes.take(mergeText(on(sides, (section) => section.text ?? '')), {
    of: 'sectionText',
    text: older.text ?? '',
  })
  const numberedEntries = mergeValue(on(sides, (section) => section.numberedEntries === true)).value
  lost.push(...clashes.lost)
  const hasText = newer.text !== undefined || older.text !== undefined
  const isCounted = newer.numberedEntries !== undefined || older.numberedEntries !== undefined
  return { ...newer, heading, ...(hasText && { text }), ...(isCounted && { numberedEntries }) }
}

/** Entry -> the section that contains it. */
function mergePlaces(lists: Sides<Section[]>, sections: ReadonlySet<string>): Map<string, string> {
  const places = on(lists, placesOf)
  const merged = new Map<string, string>()
  for (const entryId of new Set([...places.newer.keys(), ...places.older.keys()])) {
    const place = on(places, (of) => of.get(entryId) ?? null)
    // Without a base, being in a section counts more than being in none.
    const chosen = place.base === undefined ? (place.newer ?? place.older) : mergeValue(place).value
    if (chosen === null) continue
    // If the other side has removed the section, the entry stays where that side has it.
    const section = [chosen, place.newer, place.older].flatMap((id) => id ?? []).find((id) => sections.has(id))
    if (section !== undefined) merged.set(entryId, section)
  }
  return merged
}

function placesOf(sections: readonly Section[]): Map<string, string> {
  return new Map(sections.toReversed().flatMap(({ id, entryIds }) => entryIds.map((entryId) => [entryId, id] as const)))
}
