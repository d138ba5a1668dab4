import { Eye } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import './read-only-banner.css'

/**
 * Says that nothing here can be changed, and what still works.
 *
 * @param why a sentence; `null` if it can be changed, which shows no banner
 */
export function ReadOnlyBanner({ why }: { why: string | null }) {
  if (why === null) return null
  return (
    <section className="read-only-banner" aria-label={t('read-only.title')}>
      <Eye aria-hidden />
      <p>{why}</p>
    </section>
  )
}
