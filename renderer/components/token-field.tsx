import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, Input, Tag, TagGroup, TagList, TextField, type TextFieldProps } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { useReadOnlyArea } from './read-only-area.tsx'
import './field.css'
import './token-field.css'

export interface TokenFieldProps extends FieldProps {
  value: readonly string[]
  onChange: (value: string[]) => void
  /** Enter in the empty field. */
  onEnter?: () => void
  /** Enter ends the whole list, and not only a word: a comma ends one. */
  onFinish?: (value: string[]) => void
  takesFocus?: boolean
  placeholder?: string
  /** No border until it has the focus. */
  isBare?: boolean
}

/** A list of short texts such as authors or tags. Enter or a comma ends one; Backspace in the empty field removes the last. */
export function TokenField({
  value,
  onChange,
  onEnter,
  onFinish,
  takesFocus,
  placeholder,
  isBare,
  ...field
}: TokenFieldProps) {
  const isReadOnly = useReadOnlyArea()
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)

  const newOnes = (text: string) =>
    text
      .split(',')
      .map((token) => token.trim())
      .filter((token, index, all) => token !== '' && !value.includes(token) && all.indexOf(token) === index)

  const add = (text: string) => {
    const added = newOnes(text)
    if (added.length > 0) onChange([...value, ...added])
    setTyped('')
  }

  const onKeyDown: TextFieldProps['onKeyDown'] = (event) => {
    // Otherwise the keys of the window would not be heard here.
    event.continuePropagation()
    if (isReadOnly) return
    // Enter also confirms a word in an input method. Ignore that one.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && onFinish !== undefined) {
      event.preventDefault()
      setTyped('')
      onFinish([...value, ...newOnes(typed)])
    } else if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Enter' && onEnter !== undefined) {
      event.preventDefault()
      onEnter()
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) {
      onChange(value.slice(0, -1))
    }
  }

  return (
    <TextField
      className="field"
      data-undo={typed === '' ? undefined : 'draft'}
      value={typed}
      onChange={(text) => (text.includes(',') ? add(text) : setTyped(text))}
      onBlur={() => add(typed)}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where it is the question of a dialog
      autoFocus={takesFocus ?? false}
      onKeyDown={onKeyDown}
      isReadOnly={isReadOnly}
      isInvalid={Boolean(field.error)}
      validationBehavior="aria"
    >
      <FieldLabel label={field.label} hideLabel={field.hideLabel ?? false} />
      <div className={`field-input token-field ${isBare ? 'token-field-bare' : ''}`}>
        {value.length > 0 && (
          <TagGroup
            aria-label={field.label}
            className="token-field-group"
            {...(isReadOnly
              ? {}
              : {
                  onRemove: (keys) => {
                    onChange(value.filter((token) => !keys.has(token)))
                    if (keys.size === value.length) input.current?.focus()
                  },
                })}
          >
            <TagList className="token-field-tokens">
              {value.map((token) => (
                <Tag key={token} id={token} textValue={token} className="token">
                  {token}
                  {!isReadOnly && (
                    <Button slot="remove" className="token-remove" aria-label={t('control.remove', { name: token })}>
                      <X aria-hidden />
                    </Button>
                  )}
                </Tag>
              ))}
            </TagList>
          </TagGroup>
        )}
        <Input
          ref={input}
          data-own-enter={onFinish === undefined ? undefined : ''}
          className="token-field-input"
          placeholder={value.length === 0 ? placeholder : undefined}
        />
      </div>
      <FieldNotes description={field.description} error={field.error} />
    </TextField>
  )
}
