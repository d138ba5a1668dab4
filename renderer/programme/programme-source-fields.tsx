import { CalendarDays } from 'lucide-react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { TextArea, TextField } from '../components/text-field.tsx'
import type { Chosen } from './use-programme-import.ts'
import '../import/file-picker.css'

/** What was chosen and typed, which stays when it cannot be read. */
export interface SourceForm {
  from: Chosen['from']
  file: File | null
  address: string
  text: string
}

/** What a form leads to; `null` if something is missing. */
export function chosenOf({ from, file, address, text }: SourceForm): Chosen | null {
  if (from === 'file') return file && { from, file }
  if (from === 'address') return address.trim() === '' ? null : { from, address: address.trim() }
  return text.trim() === '' ? null : { from, text }
}

export interface SourceFieldsProps {
  form: SourceForm
  onChange: (changes: Partial<SourceForm>) => void
  /** A file was chosen, which is read at once. */
  onFile: (file: File) => void
}

/** Where the programme comes from: a file, an address, or a text. */
export function SourceFields({ form, onChange, onFile }: SourceFieldsProps) {
  return (
    <>
      <Choice
        label={t('programme.import.from')}
        hideLabel
        items={[
          { id: 'file', label: t('programme.import.from-file') },
          { id: 'address', label: t('programme.import.from-address') },
          { id: 'text', label: t('programme.import.from-text') },
        ]}
        value={form.from}
        onChange={(from) => onChange({ from })}
      />
      {form.from === 'file' && <FileField form={form} onFile={onFile} />}
      {form.from === 'address' && (
        <TextField
          label={t('programme.import.address')}
          description={t('programme.import.address-note')}
          placeholder="https://"
          inputMode="url"
          value={form.address}
          onChange={(address) => onChange({ address })}
          // It was just chosen to type this.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
      )}
      {form.from === 'text' && (
        <TextArea
          label={t('programme.import.text')}
          description={t('programme.import.text-note')}
          rows={8}
          value={form.text}
          onChange={(text) => onChange({ text })}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
      )}
    </>
  )
}

function FileField({ form, onFile }: Pick<SourceFieldsProps, 'form' | 'onFile'>) {
  return (
    <DropZone
      aria-label={t('programme.import.drop')}
      className="file-picker"
      onDrop={(event) => {
        const dropped = event.items.find((item) => item.kind === 'file')
        if (dropped) void dropped.getFile().then(onFile)
      }}
    >
      <Text slot="label">{form.file === null ? t('programme.import.drop') : form.file.name}</Text>
      <div className="file-picker-buttons">
        <FileTrigger onSelect={(files) => files?.[0] && onFile(files[0])}>
          <Button icon={<CalendarDays aria-hidden />}>{t('programme.import.choose-file')}</Button>
        </FileTrigger>
      </div>
    </DropZone>
  )
}
