import { useState } from 'react'
import { TextArea } from '../components/text-field.tsx'
import { useHeldText } from '../components/held-text.ts'

export interface EveningFieldProps {
  label: string
  placeholder?: string
  description?: string
  initial?: string
  /** Receives what was typed, a moment later and when the field is left. */
  onAnswer: (typed: string) => void
}

/** A question of the evening: a field that grows with its answer. */
export function EveningField({ label, placeholder, description, initial = '', onAnswer }: EveningFieldProps) {
  const [answer, setAnswer] = useState(initial)
  const held = useHeldText(answer, (typed) => {
    setAnswer(typed)
    onAnswer(typed)
  })
  return (
    <TextArea
      label={label}
      rows={1}
      grows
      {...(placeholder !== undefined && { placeholder })}
      {...(description !== undefined && { description })}
      value={held.value}
      onChange={held.onChange}
      onBlur={held.handOver}
    />
  )
}
