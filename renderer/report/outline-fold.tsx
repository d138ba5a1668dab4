import { ChevronRight } from 'lucide-react'
import { formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import './outline.css'

interface Props {
  /** Of the day or the section. */
  name: string
  isFolded: boolean
  /** The number of its entries. */
  count: number
  onToggle: () => void
}

/** Shows or hides the entries of a day or a section. Says how many are hidden. */
export function OutlineFold({ name, isFolded, count, onToggle }: Props) {
  return (
    <button
      type="button"
      className="outline-fold"
      aria-expanded={!isFolded}
      aria-label={t('report.fold', { name })}
      title={isFolded ? t('report.unfold-title', { count }) : t('report.fold-title')}
      onClick={onToggle}
    >
      <ChevronRight aria-hidden />
      {isFolded && <span className="outline-fold-count">{formatNumber(count)}</span>}
    </button>
  )
}
