import type { Section } from '../../electron/shared/trip.ts'
import { onStates, orderBack, type States } from './list-undo.ts'

/** Computes a value after an edit of it was undone, and notes whether others have changed it since. */
export type BackOf = <T>(states: States<T>) => T
export type TextBackOf = (states: States<string>) => string

/**
 * Computes the sections of a report after an edit of them was undone. Sections and entries that were added, deleted or
 * moved since stay as they are now.
 *
 * @param textBack for headings and texts
 */
export function sectionsBack(lists: States<readonly Section[]>, back: BackOf, textBack: TextBackOf): Section[] {
  const byId = onStates(lists, (sections) => new Map(sections.map((section) => [section.id, section])))
  const wanted = new Set([...byId.now.keys()].filter((id) => !isOnlyAdded(onStates(byId, (of) => of.get(id)))))
  for (const id of byId.before.keys()) if (!byId.edited.has(id)) wanted.add(id)
  const order = orderBack(
    onStates(lists, (sections) => sections.map(({ id }) => id)),
    wanted,
  )
  const placeOf = placesBack(lists, wanted)
  return order.flatMap((id) => {
    const states = onStates(byId, (of) => of.get(id))
    const section = sectionBack(states, back, textBack)
    if (section === undefined) return []
    const inSection = new Set([...placeOf].flatMap(([entryId, place]) => (place === id ? [entryId] : [])))
    return {
      ...section,
      entryIds: orderBack(
        onStates(states, (of) => of?.entryIds ?? []),
        inSection,
      ),
    }
  })
}

/** Whether a section was added by the edit, and nobody has changed it since. */
function isOnlyAdded({ before, edited, now }: States<Section | undefined>): boolean {
  return before === undefined && edited !== undefined && JSON.stringify(now) === JSON.stringify(edited)
}

/** What a section says, whatever it holds. */
function sectionBack(
  { before, edited, now }: States<Section | undefined>,
  back: BackOf,
  textBack: TextBackOf,
): Section | undefined {
  if (now === undefined || before === undefined || edited === undefined) return now ?? before
  const states = { before, edited, now }
  const { text, numberedEntries, ...written } = {
    ...now,
    heading: textBack(onStates(states, ({ heading }) => heading)),
    text: textBack(onStates(states, (section) => section.text ?? '')),
    numberedEntries: back(onStates(states, (section) => section.numberedEntries)),
  }
  const hasText = text !== '' || before.text !== undefined
  return { ...written, ...(hasText && { text }), ...(numberedEntries !== undefined && { numberedEntries }) }
}

/** Entry -> the section that it is in. Only the entries that the edit moved, and nobody else since, go back. */
function placesBack(lists: States<readonly Section[]>, wanted: ReadonlySet<string>): Map<string, string> {
  const places = onStates(lists, placesOf)
  const back = new Map<string, string>()
  for (const entryId of new Set([...places.before.keys(), ...places.now.keys()])) {
    const { before, edited, now } = onStates(places, (of) => of.get(entryId))
    const isBack = before !== edited && now === edited
    const place = [isBack ? before : now, isBack ? undefined : before].find((id) => id !== undefined && wanted.has(id))
    const wasTakenOut = !isBack && now === undefined
    if (place !== undefined && !wasTakenOut) back.set(entryId, place)
  }
  return back
}

const placesOf = (sections: readonly Section[]): Map<string, string> =>
  new Map(sections.flatMap(({ id, entryIds }) => entryIds.map((entryId) => [entryId, id] as const)))
