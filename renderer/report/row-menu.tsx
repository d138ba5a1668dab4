import { Keyboard, Menu, MenuItem, MenuSection, Header, Popover, Separator, Text } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Section } from '../../electron/shared/trip.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { shownKeys } from '../components/keys.ts'
import '../components/option.css'

export interface RowMenuProps {
  entryId: string
  /** The button that the menu belongs to. */
  button: HTMLElement
  /** The sections that the entry can be moved to; `null` if the report is arranged by day. */
  sections: readonly Section[] | null
  onClose: () => void
  onStep: (step: -1 | 1) => void
  onMove: (sectionId: string | null) => void
  onOpen: () => void
}

/** The menu of a row. All rows share one, because a menu for each would cost more than the rows themselves. */
export function RowMenu({ entryId, button, sections, onClose, onStep, onMove, onOpen }: RowMenuProps) {
  const current = sections?.find(({ entryIds }) => entryIds.includes(entryId))?.id ?? null
  const actions = [
    { id: 'move-up', run: () => onStep(-1) },
    { id: 'move-down', run: () => onStep(1) },
    { id: 'open-in-journal', run: onOpen },
  ] as const
  return (
    <Popover
      className="popover"
      offset={4}
      placement="bottom end"
      triggerRef={{ current: button }}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {/* An opened menu takes the focus, as menus do. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Menu className="options" aria-label={t('report.row.menu')} autoFocus="first" onClose={onClose}>
        {actions.map(({ id, run }) => (
          <MenuItem key={id} className="option" onAction={run}>
            <Text slot="label" className="option-label">
              {commandName(id)}
            </Text>
            {chordsOf(id)
              .slice(0, 1)
              .map((chord) => (
                <Keyboard key={chord} className="option-keys" data-keys={shownKeys(chord)} />
              ))}
          </MenuItem>
        ))}
        {sections !== null && sections.length > 0 && <Separator className="options-separator" />}
        {sections !== null && sections.length > 0 && (
          <MenuSection>
            <Header className="options-header">{t('report.move-to-section')}</Header>
            {sections.map(({ id, heading }) => (
              <MenuItem key={id} className="option" isDisabled={id === current} onAction={() => onMove(id)}>
                <span className="option-label">{heading || t('report.without-heading')}</span>
              </MenuItem>
            ))}
            <MenuItem className="option" isDisabled={current === null} onAction={() => onMove(null)}>
              <span className="option-label">{t('report.unplaced')}</span>
            </MenuItem>
          </MenuSection>
        )}
      </Menu>
    </Popover>
  )
}
