import { MoonStar } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { formatMeter } from './format-meter.ts'
import { useTrip } from '../state/open-trip.ts'
import { useEvening } from './use-evening.ts'
import './entry-list.css'
import './evening.css'

/** Below the entries of a day that is over: how much of it is told, and a way to tell the rest. */
export function EveningLine({ onOpen }: { onOpen: () => void }) {
  const evening = useEvening('entries')
  // The evening is shown where no entry is open.
  const isBeside = useTrip(({ entryId }) => entryId === null)
  if (evening === null || !evening.isDue) return null
  return (
    <div className={`entry-list-order ${isBeside ? 'evening-line-open' : ''}`}>
      <span>{formatMeter(evening)}</span>
      <Button kind="plain" icon={<MoonStar aria-hidden />} onPress={onOpen}>
        {t('evening.look-back')}
      </Button>
    </div>
  )
}
