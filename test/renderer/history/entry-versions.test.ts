import { describe, expect, it } from 'vitest'
import type { EntryChange, Version } from '../../../electron/shared/history.ts'
import { sayOfEntry, versionsOfEntry } from '../../../renderer/history/entry-versions.ts'

const entry = { id: 'lunch', createdAt: '2026-04-14T08:00:00Z' }

function version(savedAt: string, whats: EntryChange['what'][], more = 0): Version {
  const changes = whats.map((what) => ({ what, entryId: entry.id, title: 'Lunch' }))
  return { versionId: savedAt, savedAt, bytes: 1, entries: 1, words: 1, changes, more }
}

const times = (versions: readonly Version[]) => versions.map(({ savedAt }) => savedAt.slice(11, 13))

describe('the versions of an entry', () => {
  it('are those in which something became of it', () => {
    const versions = [
      version('2026-04-14T12:00:00Z', ['changed']),
      version('2026-04-14T11:00:00Z', []),
      version('2026-04-14T10:00:00Z', ['moved']),
      version('2026-04-14T09:00:00Z', ['added']),
      version('2026-04-14T07:00:00Z', []),
    ]
    expect(times(versionsOfEntry(versions, entry))).toEqual(['12', '10', '09'])
  })

  it('leave out those from which it had been deleted', () => {
    const versions = [version('2026-04-14T12:00:00Z', ['deleted']), version('2026-04-14T09:00:00Z', [])]
    expect(times(versionsOfEntry(versions, entry))).toEqual(['09'])
  })

  it('have the oldest among them where the entry was there by then', () => {
    expect(versionsOfEntry([version('2026-04-14T09:00:00Z', [])], entry)).toHaveLength(1)
    expect(versionsOfEntry([version('2026-04-14T07:59:59Z', [])], entry)).toHaveLength(0)
  })

  it('have those among them of which not all changes are known', () => {
    const versions = [version('2026-04-14T12:00:00Z', [], 3), version('2026-04-14T07:00:00Z', [])]
    expect(times(versionsOfEntry(versions, entry))).toEqual(['12'])
  })

  it.each([
    [['added'], 'As it was begun'],
    [['changed'], 'Changed'],
    [['moved'], 'Moved'],
    [[], 'As it was then'],
  ] as const)('with %j says "%s"', (whats, said) => {
    expect(sayOfEntry(version('2026-04-14T12:00:00Z', [...whats]), entry.id)).toBe(said)
  })
})
