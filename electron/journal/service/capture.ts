import { nowAt } from '../../shared/programme/now-at.ts'
import { fail, ok } from '../../shared/result.ts'
import { capture } from '../capture/capture.ts'
import { findCaptureTrip } from '../capture/find-capture-trip.ts'
import { readProgramme } from '../programmes/programme-store.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for the small window over other programs. */
export function captureHandlers(context: Context): HandlersOf<'capture'> {
  return {
    'capture.begin': async () => {
      const { theme } = context.settings.current
      const found = await findCaptureTrip(context)
      if (!found.ok) return found
      const { library } = context
      const [trip, state] = await Promise.all([library.open(found.value.id), readProgramme(library, found.value.id)])
      if (!trip.ok) return trip
      if (!state.ok) return state
      const { current } = nowAt({ ...trip.value, ...state.value, at: context.moment() })
      const speakers = (current?.speakers ?? []).map(({ name }) => name).filter((name) => name !== '')
      return ok({ theme, trip: trip.value.title, talk: current?.title ?? '', speakers })
    },

    'capture.save': async (captured) => {
      if (captured.text.trim() === '') return fail('capture.empty')
      const found = await findCaptureTrip(context)
      if (!found.ok) return found
      const saved = await capture(context, found.value.id, captured)
      if (!saved.ok) return saved
      const { entryId, name, savedAt } = saved.value
      context.emit('capture.saved', { tripId: found.value.id, entryId, name })
      return ok({ tripId: found.value.id, entryId, name, savedAt })
    },

    'capture.chooseKeys': async ({ keys }) => {
      const { useCaptureKeys } = context.shell
      if (useCaptureKeys === undefined) return fail('capture.not-here')
      const before = context.settings.current.captureKeys
      if (!useCaptureKeys(keys)) {
        useCaptureKeys(before)
        return fail('capture.keys-taken')
      }
      const saved = await context.settings.save({ captureKeys: keys })
      if (!saved.ok) useCaptureKeys(before)
      return saved
    },
  }
}
