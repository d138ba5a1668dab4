import { GripVertical, Lock, Star } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Button as AriaButton, GridListItem } from 'react-aria-components'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { useTrip } from '../state/open-trip.ts'
import type { EntryRow } from './entry-row.ts'
import { formatDay } from './format-day.ts'
import { KindIcon } from './kind-icon.tsx'
import './entry-list.css'

function describe(row: EntryRow): string {
  const parts = [
    row.isFirst ? formatDay(row.day) : '',
    t(`entry.kind.${row.kind}`),
    row.time,
    row.title,
    row.detail,
    row.highlight ? t('journal.highlight') : '',
    row.private ? t('journal.private') : '',
  ]
  return listOf(
    parts.filter((part) => part !== ''),
    'unit',
  )
}

function Mark({ name, icon }: { name: string; icon: ReactNode }) {
  return (
    <span title={name}>
      {icon}
      <span className="visually-hidden">{name}</span>
    </span>
  )
}

/**
 * The mark of the entry that is open, among several that are selected: a single selected one is open anyway. Only two of
 * these change when another entry is opened, and no row.
 */
function OpenMark({ entryId }: { entryId: string }) {
  const isOpen = useTrip((state) => state.group.length > 0 && state.entryId === entryId)
  return isOpen && <Mark name={t('journal.editing')} icon={<span className="entry-row-open" />} />
}

/** An entry in the list: its time, its kind, its title and details, and its marks. */
export const EntryListRow = memo(function EntryListRow({ row, onOpen }: { row: EntryRow; onOpen: () => void }) {
  return (
    <GridListItem
      id={row.id}
      textValue={describe(row)}
      className={`entry-row ${row.isFirst ? 'entry-row-first' : ''}`}
      onPress={onOpen}
    >
      {row.isFirst && (
        <span className="entry-row-heading" aria-hidden>
          {formatDay(row.day)}
        </span>
      )}
      <AriaButton slot="drag" className="entry-row-grip">
        <GripVertical aria-hidden />
      </AriaButton>
      <span className="entry-row-time">{row.time}</span>
      <span className="entry-row-kind" title={t(`entry.kind.${row.kind}`)}>
        <KindIcon kind={row.kind} />
      </span>
      <span className="entry-row-words">
        <span className={`entry-row-title ${row.isTitled ? '' : 'entry-row-untitled'}`}>{row.title}</span>
        {row.detail !== '' && <span className="entry-row-detail">{row.detail}</span>}
      </span>
      <span className="entry-row-marks">
        {row.highlight && (
          <Mark name={t('entry.field.highlight')} icon={<Star aria-hidden className="entry-row-star" />} />
        )}
        {row.private && <Mark name={t('entry.field.private')} icon={<Lock aria-hidden />} />}
        <OpenMark entryId={row.id} />
      </span>
    </GridListItem>
  )
})
