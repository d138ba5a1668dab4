import { useState } from 'react'

export interface TokensOptions {
  value: readonly string[]
  onChange: (value: string[]) => void
  /** Enter in the empty field. */
  onEnter?: () => void
  /** Enter ends the whole list, and not only a word: a comma ends one. */
  onFinish?: (value: string[]) => void
}

export interface Tokens {
  typed: string
  /** Takes what is being typed; a comma ends a word. */
  type: (text: string) => void
  /** Adds words that are separated by commas. */
  add: (text: string) => void
  /** What a key does in the field; `null` if it is for the text or for the page. */
  actionOf: (key: string) => (() => void) | null
}

/** The words of a list, and the one that is being typed. */
export function useTokens({ value, onChange, onEnter, onFinish }: TokensOptions): Tokens {
  const [typed, setTyped] = useState('')

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

  const finish = () => {
    setTyped('')
    onFinish?.([...value, ...newOnes(typed)])
  }

  return {
    typed,
    add,
    type: (text) => (text.includes(',') ? add(text) : setTyped(text)),
    actionOf(key) {
      if (key === 'Backspace' && typed === '' && value.length > 0) return () => onChange(value.slice(0, -1))
      if (key !== 'Enter') return null
      if (onFinish !== undefined) return finish
      return typed.trim() === '' ? (onEnter ?? null) : () => add(typed)
    },
  }
}
