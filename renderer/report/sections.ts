import type { Section } from '../../electron/shared/trip.ts'

/** A place among the entries of a section, or outside all sections. */
export interface EntryPlace {
  sectionId: string | null
  /** The entry after it; `null` for the end of the section. */
  before: string | null
}

/** Moves an entry into a section, and out of its previous one. */
export function placeEntry(sections: readonly Section[], entryId: string, place: EntryPlace): Section[] {
  if (place.before === entryId) return [...sections]
  return sections.map((section) => {
    const others = section.entryIds.filter((id) => id !== entryId)
    if (section.id !== place.sectionId) {
      return others.length === section.entryIds.length ? section : { ...section, entryIds: others }
    }
    const found = place.before === null ? -1 : others.indexOf(place.before)
    const index = found === -1 ? others.length : found
    return { ...section, entryIds: others.toSpliced(index, 0, entryId) }
  })
}

/**
 * Where an entry goes when it moves one step up or down: past its neighbour, or past the end of its section into the
 * next. Entries in no section come after the last. Returns `null` if it cannot move any further.
 */
export function stepEntry(sections: readonly Section[], entryId: string, step: -1 | 1): EntryPlace | null {
  const index = sections.findIndex(({ entryIds }) => entryIds.includes(entryId))
  const section = sections[index]
  if (!section) {
    const last = sections.at(-1)
    return step === -1 && last ? { sectionId: last.id, before: null } : null
  }
  const position = section.entryIds.indexOf(entryId)
  if (step === -1) {
    const above = section.entryIds[position - 1]
    if (above !== undefined) return { sectionId: section.id, before: above }
    const previous = sections[index - 1]
    return previous ? { sectionId: previous.id, before: null } : null
  }
  if (position < section.entryIds.length - 1) {
    return { sectionId: section.id, before: section.entryIds[position + 2] ?? null }
  }
  const next = sections[index + 1]
  return { sectionId: next?.id ?? null, before: next?.entryIds[0] ?? null }
}

/** Adds an empty section at the end. */
export function addSection(sections: readonly Section[], id: string, heading: string): Section[] {
  return [...sections, { id, heading, entryIds: [] }]
}

export function renameSection(sections: readonly Section[], sectionId: string, heading: string): Section[] {
  return sections.map((section) => (section.id === sectionId ? { ...section, heading } : section))
}

/** Sets whether the headings of a section's entries are numbered. */
export function numberEntries(sections: readonly Section[], sectionId: string, numberedEntries: boolean): Section[] {
  return sections.map((section) => (section.id === sectionId ? { ...section, numberedEntries } : section))
}

/** Deletes a section. Its entries are then in no section. */
export function deleteSection(sections: readonly Section[], sectionId: string): Section[] {
  return sections.filter(({ id }) => id !== sectionId)
}

/** Moves a section before another, or with `null` to the end. */
export function moveSection(sections: readonly Section[], sectionId: string, before: string | null): Section[] {
  const moved = sections.find(({ id }) => id === sectionId)
  if (!moved || before === sectionId) return [...sections]
  const others = deleteSection(sections, sectionId)
  const found = before === null ? -1 : others.findIndex(({ id }) => id === before)
  return others.toSpliced(found === -1 ? others.length : found, 0, moved)
}

/** Moves a section one step up or down, unless it is already first or last. */
export function stepSection(sections: readonly Section[], sectionId: string, step: -1 | 1): Section[] {
  const index = sections.findIndex(({ id }) => id === sectionId)
  const target = step === -1 ? sections[index - 1] : sections[index + 1]
  if (index === -1 || !target) return [...sections]
  return step === -1
    ? moveSection(sections, sectionId, target.id)
    : moveSection(sections, sectionId, sections[index + 2]?.id ?? null)
}
