import { useState } from 'react'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import { TextField } from '../components/text-field.tsx'
import './entry-pane.css'

export interface ClockFieldProps {
  label: string
  /** The time in the venue's zone, `HH:MM`; empty if there is no time. */
  clock: string
  placeholder: string
  read: (typed: string) => Result<string | null>
  onChange: (instant: string | null) => void
}

/** A field for a time of day, read when it is left or Enter is pressed. What is not a time stays, with the reason below it. */
export function ClockField({ label, clock, placeholder, read, onChange }: ClockFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<Failure | null>(null)

  const commit = () => {
    if (typed === null) return
    if (typed.trim() === clock) {
      setTyped(null)
      setProblem(null)
      return
    }
    const answer = read(typed)
    if (!answer.ok) {
      setProblem(answer.error)
      return
    }
    setTyped(null)
    setProblem(null)
    onChange(answer.value)
  }

  return (
    <TextField
      className="clock-field"
      data-undo={typed === null ? undefined : 'draft'}
      label={label}
      hideLabel
      isBare
      placeholder={placeholder}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? clock}
      error={problem && render(problem)}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        // Leaving with Esc keeps what was typed, as in every other field.
        if (event.key === 'Enter' || event.key === 'Escape') commit()
        event.continuePropagation()
      }}
    />
  )
}
