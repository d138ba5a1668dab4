import { Eye } from 'lucide-react'
import { useReadOnly } from '../state/read-only.ts'
import './read-only-banner.css'

/** Says, where everything can be seen and nothing changed, that this is so and what works all the same. */
export function ReadOnlyBanner() {
  const isReadOnly = useReadOnly()
  if (!isReadOnly) return null
  return (
    <section className="read-only-banner" aria-label="Reading only">
      <Eye aria-hidden />
      <p>
        This library can only be read here. You can look at everything, copy from it and export; nothing in it is
        changed.
      </p>
    </section>
  )
}
