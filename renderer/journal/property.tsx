import type { ReactNode } from 'react'
import './entry-pane.css'

/** One line of what is known of an entry: its name on the text's margin, quiet, and the fields beside it. */
export function Property({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="entry-property">
      {/* Each field has its own label for those who do not see this one. */}
      <span className="entry-property-name" aria-hidden>
        {name}
      </span>
      <div className="entry-property-fields">{children}</div>
    </div>
  )
}
