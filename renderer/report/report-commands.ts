import { Copy, FileDown, FilePlus2, MessagesSquare, Pencil, Trash2 } from 'lucide-react'
import type { CommandParts } from '../commands/command-part.ts'
import { useApp } from '../state/app-state.ts'
import { copyThread } from './copy-thread.ts'
import { networkOf } from './read-thread.ts'
import { saveThread } from './save-thread.ts'
import { canDelete, deleteReport, duplicateReport } from './change-reports.ts'

/** What can be done with the reports of the open trip. */
export const reportCommands: Omit<CommandParts<'report'>, 'apply-suggestion'> = {
  'copy-thread': { icon: MessagesSquare, when: () => networkOf() !== undefined, run: copyThread },
  'save-thread': { icon: FileDown, when: () => networkOf() !== undefined, run: saveThread },
  'new-report': { icon: FilePlus2, run: () => useApp.getState().openDialog('new-report') },
  'rename-report': { icon: Pencil, run: () => useApp.getState().openDialog('rename-report') },
  'duplicate-report': { icon: Copy, run: duplicateReport },
  'delete-report': { icon: Trash2, when: canDelete, run: deleteReport },
}
