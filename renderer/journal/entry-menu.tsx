import { Ellipsis } from 'lucide-react'
import { useMenuEntries } from '../commands/command-entries.tsx'
import type { CommandParts } from '../commands/command-part.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'

const ids = ['move-to-day', 'duplicate-entry', 'entry-history', 'line', 'delete-entry'] as const

/** What can be done with the open entry as a whole. */
export function EntryMenu({ commands }: { commands: CommandParts<'journal'> }) {
  return (
    <Menu
      label="This entry"
      trigger={<IconButton label="More for this entry" icon={<Ellipsis aria-hidden />} />}
      items={useMenuEntries(commands, ids, undefined)}
    />
  )
}
