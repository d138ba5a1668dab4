import { Plus, X } from 'lucide-react'
import type { ExportTarget } from '../../electron/shared/contract/exports.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { FieldGroup } from '../components/field.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { Problem } from '../components/problem.tsx'
import { Select } from '../components/select.tsx'
import { TextField } from '../components/text-field.tsx'
import {
  type DestinationDraft,
  fitsSites,
  type KeyDraft,
  keyRules,
  problemIn,
  valueKinds,
  withNewKey,
} from './destination-draft.ts'
import { OptionFields } from './option-fields.tsx'
import type { UsedDestinations } from './use-destinations.ts'
import '../components/field.css'
import '../components/folder.css'
import './destination-form.css'

interface Props {
  targets: readonly ExportTarget[]
  draft: DestinationDraft
  destinations: UsedDestinations
}

/** The folder, the target, its options and the keys of a destination. */
export function DestinationForm({ targets, draft, destinations }: Props) {
  const { change, chooseFolder, failure } = destinations
  const target = targets.find(({ id }) => id === draft.target)
  const items = targets.filter(fitsSites).map(({ id, name }) => ({ id, label: render(name) }))
  return (
    <>
      <TextField
        label={t('destination.name')}
        value={draft.name}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog has just become this form
        autoFocus
        error={draft.name.trim() === '' ? t('destination.name-needed') : null}
        maxLength={100}
        onChange={(name) => change({ ...draft, name })}
      />
      <div className="field">
        <span className="field-label">{t('destination.folder')}</span>
        <div className="folder">
          <span className="folder-path" data-verbatim>
            {draft.folder}
          </span>
          <Button aria-label={t('destination.change-folder')} onPress={() => void chooseFolder()}>
            {t('settings.change')}
          </Button>
        </div>
      </div>
      <Select
        label={t('destination.target')}
        items={items}
        value={draft.target}
        onChange={(id) => change({ ...draft, target: id })}
      />
      {target && (
        <OptionFields
          options={target.options}
          entered={draft.entered.get(target.id) ?? {}}
          onChange={(entered) => change({ ...draft, entered: new Map(draft.entered).set(target.id, entered) })}
        />
      )}
      <KeyFields draft={draft} change={change} />
      {failure && <Problem>{render(failure)}</Problem>}
    </>
  )
}

function KeyFields({ draft, change }: { draft: DestinationDraft; change: (draft: DestinationDraft) => void }) {
  const { keys } = draft
  return (
    <FieldGroup label={t('destination.keys')}>
      <p className="field-description">{t('destination.keys.description')}</p>
      {keys.map((one) => (
        <KeyFieldsOf
          key={one.id}
          draft={one}
          onChange={(next) => change({ ...draft, keys: keys.map((key) => (key.id === one.id ? next : key)) })}
          onRemove={() => change({ ...draft, keys: keys.filter(({ id }) => id !== one.id) })}
        />
      ))}
      <div>
        <Button icon={<Plus aria-hidden />} onPress={() => change(withNewKey(draft))}>
          {t('destination.add-key')}
        </Button>
      </div>
    </FieldGroup>
  )
}

interface KeyProps {
  draft: KeyDraft
  onChange: (draft: KeyDraft) => void
  onRemove: () => void
}

function KeyFieldsOf({ draft, onChange, onRemove }: KeyProps) {
  const problem = problemIn(draft)
  return (
    <fieldset className="destination-key">
      <legend className="visually-hidden">{t('destination.key-named', { key: draft.key })}</legend>
      <Select
        className="destination-key-field"
        label={t('destination.rule')}
        items={keyRules.map((id) => ({ id, label: t(`destination.rule.${id}`) }))}
        value={draft.rule}
        onChange={(rule) => onChange({ ...draft, rule, value: '' })}
      />
      <TextField
        className="destination-key-field"
        label={t('destination.key')}
        value={draft.key}
        error={problem === 'key' && draft.key !== '' ? t('destination.key-invalid') : null}
        onChange={(key) => onChange({ ...draft, key })}
      />
      {draft.rule === 'rename' && (
        <TextField
          className="destination-key-field"
          label={t('destination.new-name')}
          value={draft.value}
          error={problem === 'value' && draft.value !== '' ? t('destination.key-invalid') : null}
          onChange={(value) => onChange({ ...draft, value })}
        />
      )}
      {draft.rule === 'add' && <ValueFields draft={draft} problem={problem} onChange={onChange} />}
      <IconButton
        className="destination-key-remove"
        label={t('destination.remove-key', { key: draft.key })}
        icon={<X aria-hidden />}
        onPress={onRemove}
      />
    </fieldset>
  )
}

interface ValueProps extends Pick<KeyProps, 'draft' | 'onChange'> {
  problem: ReturnType<typeof problemIn>
}

function ValueFields({ draft, problem, onChange }: ValueProps) {
  const set = (value: string) => onChange({ ...draft, value })
  return (
    <>
      <Select
        className="destination-key-field"
        label={t('destination.kind')}
        items={valueKinds.map((id) => ({ id, label: t(`destination.kind.${id}`) }))}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind, value: kind === 'yes-no' ? 'yes' : '' })}
      />
      {draft.kind === 'yes-no' ? (
        <Select
          className="destination-key-field"
          label={t('destination.value')}
          items={(['yes', 'no'] as const).map((id) => ({ id, label: t(`destination.value.${id}`) }))}
          value={draft.value === 'no' ? 'no' : 'yes'}
          onChange={set}
        />
      ) : (
        <TextField
          className="destination-key-field"
          label={t('destination.value')}
          value={draft.value}
          placeholder={draft.kind === 'list' ? t('destination.value.list') : ''}
          error={problem === 'value' && draft.value !== '' ? t('destination.value-invalid') : null}
          onChange={set}
        />
      )}
    </>
  )
}
