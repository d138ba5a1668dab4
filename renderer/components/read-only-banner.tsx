import { Eye } from 'lucide-react'
import './read-only-banner.css'

/** The explanation for a library that is read-only as a whole. */
export const LIBRARY_READ_ONLY =
  'This library can only be read here. You can look at everything, copy from it and export; nothing in it is changed.'

/**
 * Says that nothing here can be changed, and what still works.
 *
 * @param why a sentence; `null` if it can be changed, which shows no banner
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
