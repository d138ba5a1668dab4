import { Ellipsis } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import type { CommandParts } from '../commands/command-part.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'

const ids = ['move-to-day', 'duplicate-entry', 'entry-history', 'line', 'delete-entry'] as const

/** The menu of the open entry. */
export function EntryMenu({ commands }: { commands: CommandParts<'journal'> }) {
  return (
    <Menu
      label={t('journal.menu')}
      trigger={<IconButton label={t('journal.menu-button')} icon={<Ellipsis aria-hidden />} />}
      items={useMenuEntries(commands, ids, undefined)}
    />
  )
}
