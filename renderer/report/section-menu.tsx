import { Ellipsis } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Section } from '../../electron/shared/trip.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { afterMenu } from '../components/after-menu.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { editSections } from './outline-edits.ts'
import { deleteSection, numberEntries } from './sections.ts'

interface Props {
  section: Section
  name: string
  isFirst: boolean
  isLast: boolean
  onStep: (by: -1 | 1) => void
  /** Opens the section's own text in the post. */
  onText: () => void
}

/** What can be done with a section. */
export function SectionMenu({ section, name, isFirst, isLast, onStep, onText }: Props) {
  const label = t('report.section-more', { name })
  const isNumbered = section.numberedEntries === true
  const parts = {
    'section-text': { run: () => afterMenu(onText) },
    'number-entries': {
      name: () => t(isNumbered ? 'report.no-numbers' : 'command.number-entries'),
      run: () =>
        editSections((before) => numberEntries(before, section.id, !isNumbered), t('report.undo.number-entries')),
    },
    'move-up': { when: () => !isFirst, run: () => onStep(-1) },
    'move-down': { when: () => !isLast, run: () => onStep(1) },
    'delete-section': {
      run: () => editSections((before) => deleteSection(before, section.id), t('report.undo.delete-section')),
    },
  }
  const ids = ['section-text', 'number-entries', 'line', 'move-up', 'move-down', 'line', 'delete-section'] as const
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} icon={<Ellipsis aria-hidden />} />}
      items={useMenuEntries(parts, ids, undefined)}
    />
  )
}
