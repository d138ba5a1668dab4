import { ExternalLink, Plus, X } from 'lucide-react'
import { type FocusEvent, useRef, useState } from 'react'
import { Group } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Link } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { IconButton } from '../components/icon-button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { isNoAddress, turnedRound } from '../journal/link-rows.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import type { ListedPerson } from './use-people.ts'
import './person-card.css'

const columns = ['label', 'url'] as const

const isFilled = ({ label, url }: Link) => label.trim() !== '' || url.trim() !== ''

function asSaved({ label, url }: Link): Link {
  const row = turnedRound({ label: label.trim(), url: url.trim() })
  return { label: row['label'] ?? '', url: row['url'] ?? '' }
}

async function follow(url: string): Promise<void> {
  const answer = await bridge.call('links.open', { url })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
}

/** The pages of a person, one in a row. They are saved when the focus leaves them; empty rows are not. */
export function PersonLinks({ person }: { person: ListedPerson }) {
  const isReadOnly = useReadOnlyArea()
  const list = useRef<HTMLDivElement>(null)
  /** What is being changed; `null` if nothing is. */
  const [draft, setDraft] = useState<readonly Link[] | null>(null)
  const rows = draft ?? person.links

  const save = (links: readonly Link[]) => {
    setDraft(null)
    const value = links.filter(isFilled).map(asSaved)
    if (JSON.stringify(value) === JSON.stringify(person.links)) return
    void useTrip.getState().editPeople([{ edit: 'links', key: person.key, value }], person.name)
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget) && draft !== null) save(draft)
  }
  const change = (index: number, column: keyof Link, value: string) =>
    setDraft(rows.map((row, at) => (at === index ? { ...row, [column]: value } : row)))
  const add = () => {
    setDraft([...rows, { label: '', url: '' }])
    focusSoon(() => list.current?.querySelector<HTMLElement>(`[data-link="${rows.length}"] input`) ?? null)
  }
  const remove = (index: number) => {
    save(rows.filter((_, at) => at !== index))
    focusSoon(() => list.current?.querySelector<HTMLElement>('.person-add-link') ?? null)
  }

  if (rows.length === 0 && isReadOnly) return null
  const item = t('entry.item.links')
  return (
    <Group ref={list} className="person-links" aria-label={t('entry.field.links')} onBlur={onBlur}>
      {rows.length > 0 && <h4 className="person-heading">{t('entry.field.links')}</h4>}
      {rows.map((row, index) => {
        const number = rows.length > 1 ? index + 1 : 0
        return (
          // Rows have no identity except their position.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="person-link" data-link={index}>
            {columns.map((column) => (
              <TextField
                key={column}
                label={t('entry.item-field', { number, item, column: t(`entry.column.${column}`) })}
                hideLabel
                placeholder={t(`entry.column.${column}`)}
                inputMode={column === 'url' ? 'url' : 'text'}
                value={row[column]}
                {...(draft === null && isNoAddress(column, row[column]) && { error: t('entry.no-address') })}
                onChange={(value) => change(index, column, value)}
              />
            ))}
            <IconButton
              label={t('people.open-link', { name: row.label || row.url })}
              icon={<ExternalLink aria-hidden />}
              isDisabled={draft !== null || row.url === '' || isNoAddress('url', row.url)}
              onPress={() => void follow(row.url)}
            />
            {!isReadOnly && (
              <IconButton
                label={t('entry.remove.links', { number })}
                icon={<X aria-hidden />}
                onPress={() => remove(index)}
              />
            )}
          </div>
        )
      })}
      {!isReadOnly && (
        <div>
          <Button kind="plain" className="person-add-link" icon={<Plus aria-hidden />} onPress={add}>
            {t('entry.add.links')}
          </Button>
        </div>
      )}
    </Group>
  )
}
