import type { ReactNode } from 'react'
import './entry-pane.css'

/**
 * A line with one property of an entry: its name in the margin of the text, and its fields beside it.
 *
 * @param props.field the name of the field, by which the focus finds it
 */
export function Property({ name, field, children }: { name: string; field: string; children: ReactNode }) {
  return (
    <div className="entry-property" data-field={field}>
      {/* Each field has its own label for screen readers. */}
      <span className="entry-property-name" aria-hidden>
        {name}
      </span>
      <div className="entry-property-fields">{children}</div>
    </div>
  )
}
