import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Button, Input, Tag, TagGroup, TagList, TextField } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { useReadOnlyArea } from './read-only-area.tsx'
import { type Completions, useSuggestions } from './suggestions.tsx'
import { type TokensOptions, useTokens } from './use-tokens.ts'
import './field.css'
import './token-field.css'

export interface TokenFieldProps extends FieldProps, TokensOptions {
  takesFocus?: boolean
  placeholder?: string
  /** Offers what was written before. */
  completions?: Completions
  /** A name by which code finds the field, to lead to it. */
  mark?: string
  /** No border until it has the focus. */
  isBare?: boolean
}

const nothingKnown: Completions = { known: () => [] }

/** A list of short texts such as authors or tags. Enter or a comma ends one; Backspace in the empty field removes the last. */
export function TokenField({ completions, takesFocus = false, mark, ...props }: TokenFieldProps) {
  const { label, value, placeholder, onFinish } = props
  const isReadOnly = useReadOnlyArea()
  const { typed, type, add, actionOf } = useTokens(props)
  const { inputProps, onKey, list } = useSuggestions({
    label,
    completions: completions ?? nothingKnown,
    typed,
    taken: value,
    isReadOnly,
    onChoose: add,
  })
  return (
    <TextField
      className="field"
      data-field={mark}
      data-undo={typed === '' ? undefined : 'draft'}
      value={typed}
      onChange={type}
      onBlur={() => add(typed)}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where it is the question of a dialog
      autoFocus={takesFocus}
      onKeyDown={(event) => {
        // Enter also confirms a word in an input method. Ignore that one.
        if (!isReadOnly && !event.nativeEvent.isComposing) {
          if (onKey(event.key)) return event.preventDefault()
          const act = actionOf(event.key)
          if (act !== null && event.key === 'Enter') event.preventDefault()
          act?.()
        }
        // Otherwise the keys of the window would not be heard here.
        return event.continuePropagation()
      }}
      isReadOnly={isReadOnly}
      isInvalid={Boolean(props.error)}
      validationBehavior="aria"
    >
      <TokenBox {...props} input={inputProps.ref}>
        <Input
          {...(completions === undefined ? { ref: inputProps.ref } : inputProps)}
          data-own-enter={onFinish === undefined ? undefined : ''}
          className="token-field-input"
          spellCheck={false}
          placeholder={value.length === 0 ? placeholder : undefined}
        />
      </TokenBox>
      {list}
    </TextField>
  )
}

type TokenBoxProps = Omit<TokenFieldProps, 'completions' | 'takesFocus'> & {
  input: RefObject<HTMLInputElement | null>
  children: ReactNode
}

/** The label, the words and the notes around the field. */
function TokenBox({ value, onChange, isBare, input, children, ...field }: TokenBoxProps) {
  const isReadOnly = useReadOnlyArea()
  return (
    <>
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
        {children}
      </div>
      <FieldNotes description={field.description} error={field.error} />
    </>
  )
}
