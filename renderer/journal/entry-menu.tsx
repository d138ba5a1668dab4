import { CalendarDays, CopyPlus, Ellipsis, History, Trash2 } from 'lucide-react'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { useApp } from '../state/app-state.ts'

export interface EntryMenuProps {
  onMoveToDay: () => void
  onDuplicate: () => void
  onDelete: () => void
}

/** What can be done with an entry as a whole. */
export function EntryMenu({ onMoveToDay, onDuplicate, onDelete }: EntryMenuProps) {
  const isDisabled = useReadOnlyArea()
  return (
    <Menu
      label="This entry"
      trigger={<IconButton label="More for this entry" icon={<Ellipsis aria-hidden />} />}
      items={[
        { id: 'move', label: 'Move to day…', icon: <CalendarDays aria-hidden />, isDisabled, onAction: onMoveToDay },
        { id: 'duplicate', label: 'Duplicate', icon: <CopyPlus aria-hidden />, isDisabled, onAction: onDuplicate },
        {
          id: 'history',
          label: 'History…',
          icon: <History aria-hidden />,
          onAction: () => useApp.getState().openDialog('entry-history'),
        },
        { id: 'line', separator: true },
        {
          id: 'delete',
          label: 'Delete',
          icon: <Trash2 aria-hidden />,
          keys: 'Delete',
          isDanger: true,
          isDisabled,
          onAction: onDelete,
        },
      ]}
    />
  )
}
