import { Keyboard, Menu, MenuItem, MenuSection, Header, Popover, Separator, Text } from 'react-aria-components'
import { formatNumber } from '../../electron/shared/messages/format.ts'
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
  onEdit: () => void
  onOptions: () => void
  onStep: (step: -1 | 1) => void
  onMove: (sectionId: string | null) => void
  onOpen: () => void
}

/** The menu of a row. All rows share one, because a menu for each would cost more than the rows themselves. */
export function RowMenu(props: RowMenuProps) {
  const { entryId, button, sections, onClose, onEdit, onOptions, onStep, onMove, onOpen } = props
  const current = sections?.find(({ entryIds }) => entryIds.includes(entryId))?.id ?? null
  const actions = [
    { id: 'edit-part', run: onEdit },
    { id: 'entry-options', run: onOptions },
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
            {sections.map(({ id, heading }, index) => (
              <MenuItem key={id} className="option" isDisabled={id === current} onAction={() => onMove(id)}>
                <Text slot="label" className="option-label">
                  {heading || t('report.without-heading')}
                </Text>
                {index < 9 && <Keyboard className="option-keys" data-keys={formatNumber(index + 1)} />}
              </MenuItem>
            ))}
            <MenuItem className="option" isDisabled={current === null} onAction={() => onMove(null)}>
              <Text slot="label" className="option-label">
                {t('report.unplaced')}
              </Text>
              <Keyboard className="option-keys" data-keys={formatNumber(0)} />
            </MenuItem>
          </MenuSection>
        )}
      </Menu>
    </Popover>
  )
}
