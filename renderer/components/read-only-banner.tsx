import { Eye } from 'lucide-react'
import './read-only-banner.css'

/** What is said where a whole library can only be read. */
export const LIBRARY_READ_ONLY =
  'This library can only be read here. You can look at everything, copy from it and export; nothing in it is changed.'

/**
 * Says, where everything can be seen and nothing changed, that this is so and what works all the same.
 *
 * @param why in a sentence; `null`: it can be changed
 */
export function ReadOnlyBanner({ why }: { why: string | null }) {
  if (why === null) return null
  return (
    <section className="read-only-banner" aria-label="Reading only">
      <Eye aria-hidden />
      <p>{why}</p>
    </section>
  )
}
