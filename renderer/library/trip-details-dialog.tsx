import { useEffect, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import type { Trip, TripDetails } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { editDetails } from '../state/library-changes.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { FurtherTripFields, MainTripFields } from './trip-fields.tsx'
import { TripFormDialog } from './trip-form-dialog.tsx'
import { formOf } from './trip-form.ts'
import { useTripForm } from './use-trip-form.ts'

interface DetailsProps {
  trip: Trip
  /** Resolves when the details are on the disk. */
  save: (details: TripDetails) => Promise<Result<unknown>>
}

function Details({ trip, save }: DetailsProps) {
  const closeDialog = useApp((state) => state.closeDialog)
  const { form, change, errors, submit } = useTripForm(formOf(trip))
  const [problem, setProblem] = useState<Failure | null>(null)

  const finish = async () => {
    const details = submit()
    if (!details) return
    const answer = await save(details)
    if (answer.ok) closeDialog()
    else setProblem(answer.error)
  }

  return (
    <TripFormDialog
      title={t('trip.details')}
      submitLabel={t('action.save')}
      problem={problem}
      onSubmit={() => void finish()}
      onClose={closeDialog}
    >
      <MainTripFields form={form} errors={errors} onChange={change} />
      <FurtherTripFields form={form} errors={errors} onChange={change} />
    </TripFormDialog>
  )
}

/** The details of the open trip, or of one that was chosen in the library. */
export function TripDetailsDialog() {
  const { dialogTripId, closeDialog, showFailure } = useApp()
  const open = useTrip((state) => state.trip)
  const [other, setOther] = useState<Trip | null>(null)
  const isOther = dialogTripId !== null && dialogTripId !== open?.id

  useEffect(() => {
    if (!isOther) return undefined
    let isCurrent = true
    const read = async () => {
      const answer = await bridge.call('trips.open', { tripId: dialogTripId })
      if (!isCurrent) return
      if (answer.ok) setOther(answer.value)
      else {
        showFailure(answer.error)
        closeDialog()
      }
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [isOther, dialogTripId, showFailure, closeDialog])

  if (!isOther) return open && <Details trip={open} save={saveOpenTrip} />
  return other && <Details trip={other} save={(details) => editDetails(other, details)} />
}

/**
 * The open trip's details are saved like all typed text: they show at once, and saving is retried until it succeeds.
 */
async function saveOpenTrip(details: TripDetails): Promise<Result<unknown>> {
  useTrip.getState().saveTrip(details)
  await useTrip.getState().flush()
  await useLibrary.getState().refresh()
  return { ok: true, value: null }
}
