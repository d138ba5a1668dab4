import type { ReactNode } from 'react'
import './entry-pane.css'

/** A line with one property of an entry: its name in the margin of the text, and its fields beside it. */
export function Property({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="entry-property">
      {/* Each field has its own label for screen readers. */}
      <span className="entry-property-name" aria-hidden>
        {name}
      </span>
      <div className="entry-property-fields">{children}</div>
    </div>
  )
}
