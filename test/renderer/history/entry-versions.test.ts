import { describe, expect, it } from 'vitest'
import type { EntryChange, Version } from '../../../electron/shared/history.ts'
import { formatEntryChange, versionsOfEntry } from '../../../renderer/history/entry-versions.ts'

const entry = { id: 'lunch', createdAt: '2026-04-14T08:00:00Z' }

function version(savedAt: string, whats: EntryChange['what'][], more = 0): Version {
  const changes = whats.map((what) => ({ of: 'entry' as const, what, entryId: entry.id, title: 'Lunch' }))
  return { versionId: savedAt, savedAt, bytes: 1, entries: 1, words: 1, changes, more }
}

const times = (versions: readonly Version[]) => versions.map(({ savedAt }) => savedAt.slice(11, 13))

describe('the versions of an entry', () => {
  it('the versions of an entry are those in which it changed', () => {
    const versions = [
      version('2026-04-14T12:00:00Z', ['changed']),
      version('2026-04-14T11:00:00Z', []),
      version('2026-04-14T10:00:00Z', ['moved']),
      version('2026-04-14T09:00:00Z', ['added']),
      version('2026-04-14T07:00:00Z', []),
    ]
    expect(times(versionsOfEntry(versions, entry))).toEqual(['12', '10', '09'])
  })

  it('the versions of an entry leave out those in which it was deleted', () => {
    const versions = [version('2026-04-14T12:00:00Z', ['deleted']), version('2026-04-14T09:00:00Z', [])]
    expect(times(versionsOfEntry(versions, entry))).toEqual(['09'])
  })

  it('the versions of an entry include the oldest if the entry existed by then', () => {
    expect(versionsOfEntry([version('2026-04-14T09:00:00Z', [])], entry)).toHaveLength(1)
    expect(versionsOfEntry([version('2026-04-14T07:59:59Z', [])], entry)).toHaveLength(0)
  })

  it('the versions of an entry include those with incomplete lists of changes', () => {
    const versions = [version('2026-04-14T12:00:00Z', [], 3), version('2026-04-14T07:00:00Z', [])]
    expect(times(versionsOfEntry(versions, entry))).toEqual(['12'])
  })

  it.each([
    [['added'], 'Added'],
    [['changed'], 'Changed'],
    [['moved'], 'Moved'],
    [[], 'As it was then'],
  ] as const)('a version of an entry with the changes %j is described as "%s"', (whats, expected) => {
    expect(formatEntryChange(version('2026-04-14T12:00:00Z', [...whats]), entry.id)).toBe(expected)
  })
})
