import {
  type InputHTMLAttributes,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Popover } from 'react-aria-components'
import { foldName } from '../../electron/shared/fold-text.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { OptionItem } from './option.tsx'
import './option.css'

/** Maximum number of suggestions below a field: as many as are read at a glance. */
const MAX_SHOWN = 8
/** Pause in typing before more suggestions are asked for, in milliseconds. */
const ASK_AFTER = 80

/** What can complete a field. */
export interface Completions {
  /** Finds the values that are known here, the most likely first. Asked only while the field has the focus. */
  known: () => readonly string[]
  /** Asks for more that fit what was typed, from farther away, until the returned function is called. */
  more?: (typed: string, found: (values: readonly string[]) => void) => () => void
}

/** Whether a value has a word that begins with what was typed. */
export function fits(value: string, typed: string): boolean {
  const [name, wanted] = [foldName(value), foldName(typed).trim()]
  return name.startsWith(wanted) || name.split(/[\s\-/(]+/).some((word) => word.startsWith(wanted))
}

/** The first suggestions that fit what was typed, without those that are there already. */
export function chooseSuggestions(
  values: readonly string[],
  typed: string,
  taken: readonly string[] = [],
): readonly OptionItem<string>[] {
  const left: string[] = []
  const seen = new Set([...taken, typed].map((one) => foldName(one).trim()))
  for (const value of values) {
    const name = foldName(value).trim()
    if (name === '' || seen.has(name) || !fits(value, typed)) continue
    seen.add(name)
    left.push(value)
    if (left.length === MAX_SHOWN) break
  }
  return left.map((value) => ({ id: value, label: value, isVerbatim: true }))
}

/** The suggestions for what is being typed: what is known here first, and then what comes from farther away. */
function useFound({ known, more }: Completions, typed: string, isAsking: boolean, taken?: readonly string[]) {
  const [others, setOthers] = useState<readonly string[]>([])
  useEffect(() => {
    if (!isAsking || more === undefined) return undefined
    let stop = () => {}
    const timer = setTimeout(() => {
      stop = more(typed, setOthers)
    }, ASK_AFTER)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [typed, isAsking, more])
  const here = useMemo(() => (isAsking ? known() : []), [known, isAsking])
  return useMemo(
    () => (isAsking ? chooseSuggestions([...here, ...others], typed, taken) : []),
    [here, others, typed, isAsking, taken],
  )
}

export interface SuggestionsOptions {
  /** The name of the field. */
  label: string
  completions: Completions
  typed: string
  /** Values that are not offered. */
  taken?: readonly string[]
  /** Offers the likeliest values before anything is typed. */
  opensOnFocus?: boolean
  isReadOnly: boolean
  onChoose: (value: string) => void
}

export interface Suggestions {
  /** For the input, which is a combo box with free text. */
  inputProps: InputHTMLAttributes<HTMLInputElement> & { ref: RefObject<HTMLInputElement | null> }
  /** Handles a key. Returns whether that was all: it moved in the list, chose from it or closed it. */
  onKey: (key: string) => boolean
  /** The list below the input. */
  list: ReactNode
}

/** Offers values below a field. ↓ and ↑ move through them, Enter chooses one and Esc closes the list. */
export function useSuggestions(options: SuggestionsOptions): Suggestions {
  const { label, completions, typed, taken, opensOnFocus = false, isReadOnly, onChoose } = options
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [isFocused, setFocused] = useState(false)
  /** The text for which the user has closed the list or chosen from it. */
  const [closedAt, setClosedAt] = useState<string | null>(null)
  const [marked, setMarked] = useState<{ typed: string; index: number }>({ typed, index: -1 })
  const isAsking = isFocused && !isReadOnly && closedAt !== typed && (opensOnFocus || typed.trim() !== '')
  const items = useFound(completions, typed, isAsking, taken)
  const isOpen = items.length > 0
  const at = marked.typed === typed && marked.index < items.length ? marked.index : -1
  const idOf = (index: number) => `${id} ${index}`.replaceAll(/[^\w-]/g, '-')

  const choose = (value: string) => {
    setClosedAt(value)
    onChoose(value)
  }

  return {
    inputProps: {
      ref: input,
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      ...(isOpen && { 'aria-controls': id }),
      ...(at >= 0 && { 'aria-activedescendant': idOf(at) }),
      onFocus: () => setFocused(true),
      onBlur: () => {
        setFocused(false)
        setClosedAt(null)
      },
    },
    onKey(key) {
      const chosen = items[at]
      if (key === 'Escape' && isOpen) setClosedAt(typed)
      else if (key === 'Enter' && chosen !== undefined) choose(chosen.id)
      else if (key === 'ArrowDown' && isOpen) setMarked({ typed, index: (at + 1) % items.length })
      else if (key === 'ArrowUp' && isOpen) setMarked({ typed, index: at <= 0 ? items.length - 1 : at - 1 })
      else return false
      return true
    },
    list: (
      <Popover
        className="popover popover-below-field"
        isOpen={isOpen}
        triggerRef={input}
        isNonModal
        offset={4}
        placement="bottom start"
      >
        {/* A list whose options are never focused: the input keeps the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist cannot be styled */}
        <div id={id} className="options" role="listbox" aria-label={t('control.choices', { label })}>
          {items.map(({ id: value }, index) => (
            // The keys are those of the input, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={value}
              id={idOf(index)}
              className="option"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              aria-selected={index === at}
              data-focused={index === at || undefined}
              data-verbatim
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(value)}
            >
              <span className="option-label">{value}</span>
            </div>
          ))}
        </div>
      </Popover>
    ),
  }
}
