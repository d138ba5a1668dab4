import { Ellipsis } from 'lucide-react'
import type { EntryKind } from '../../electron/shared/trip.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import type { CommandParts } from '../commands/command-part.ts'
import { Button } from '../components/button.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { useTrip } from '../state/open-trip.ts'
import { KindIcon } from './kind-icon.tsx'
import './entry-pane.css'

/** The commands for the selected entries, in the order of their menus. */
export const entryMenuIds = [
  'star-entry',
  'private-entry',
  'tag-entry',
  'line',
  'make-talk',
  'make-note',
  'make-person',
  'line',
  'move-entry-up',
  'move-entry-down',
  'move-to-day',
  'line',
  'duplicate-entry',
  'entry-history',
  'line',
  'delete-entry',
] as const

/** The menu of the open entry. */
export function EntryMenu({ commands }: { commands: CommandParts<'journal'> }) {
  // The names say how many entries are selected.
  useTrip(({ group }) => group)
  return (
    <Menu
      label={t('journal.menu')}
      trigger={<IconButton label={t('journal.menu-button')} icon={<Ellipsis aria-hidden />} />}
      items={useMenuEntries(commands, entryMenuIds, undefined)}
    />
  )
}

/** The kind of the open entry, as a button that offers the other kinds. */
export function KindMenu({ kind, commands }: { kind: EntryKind; commands: CommandParts<'journal'> }) {
  const isReadOnly = useReadOnlyArea()
  const items = useMenuEntries(commands, ['make-talk', 'make-note', 'make-person'], undefined)
  const name = t(`entry.kind.${kind}`)
  if (isReadOnly) {
    return (
      <span className="entry-kind">
        <KindIcon kind={kind} />
        {name}
      </span>
    )
  }
  return (
    <Menu
      label={t('journal.kind-menu')}
      trigger={
        <Button
          kind="plain"
          className="entry-kind entry-kind-button"
          icon={<KindIcon kind={kind} />}
          aria-label={t('journal.kind-button', { kind: name })}
        >
          {name}
        </Button>
      }
      items={items}
    />
  )
}
