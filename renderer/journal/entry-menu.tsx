import { Ellipsis } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import type { CommandParts } from '../commands/command-part.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { useTrip } from '../state/open-trip.ts'

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
  'entry-details',
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
