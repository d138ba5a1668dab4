import { lazy, Suspense } from 'react'
import { withMessages } from '../../electron/shared/messages/translate.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { SafePart } from '../components/safe-part.tsx'
import { useMinute } from '../state/clock.ts'
import { useTrip } from '../state/open-trip.ts'
import './now-place.css'

const NowBar = lazy(async () => {
  const { NowBar: bar } = await withMessages(() => import('../now/now-bar.tsx'))
  return { default: bar }
})

/** Whether the conference takes place today, by the days of the trip. */
function useIsUnderWay(): boolean {
  const minute = useMinute()
  return useTrip(({ trip }) => {
    if (trip === null) return false
    const today = dayAt(minute, trip.timeZone)
    return trip.firstDay <= today && today <= trip.lastDay
  })
}

/** The place of the line that says what is on. It is there from the first frame on, so that nothing moves. */
export function NowPlace() {
  const isUnderWay = useIsUnderWay()
  if (!isUnderWay) return null
  return (
    <div className="now-place" data-pane>
      <SafePart failed="frame.failed.now">
        <Suspense fallback={null}>
          <NowBar />
        </Suspense>
      </SafePart>
    </div>
  )
}
