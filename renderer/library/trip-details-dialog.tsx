import { useEffect, useState } from 'react'
import { Form } from 'react-aria-components'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import type { Trip, TripDetails } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Problem } from '../components/problem.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { FurtherTripFields, MainTripFields } from './trip-fields.tsx'
import { formOf } from './trip-form.ts'
import { useTripForm } from './use-trip-form.ts'
import './new-trip-dialog.css'

const FORM = 'trip-details-form'

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
    <Dialog
      title={t('trip.details')}
      onClose={closeDialog}
      footer={
        <>
          <Button kind="plain" onPress={closeDialog}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" type="submit" form={FORM}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <Form
        id={FORM}
        className="trip-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          void finish()
        }}
      >
        <MainTripFields form={form} errors={errors} onChange={change} />
        <FurtherTripFields form={form} errors={errors} onChange={change} />
        {problem && <Problem tone="danger">{t('trip.not-saved', { problem: render(problem) })}</Problem>}
      </Form>
    </Dialog>
  )
}

/** Edits the details of the open trip, or of the one that was chosen in the library. */
export function TripDetailsDialog() {
  const { dialogTripId, closeDialog, complain } = useApp()
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
        complain(answer.error)
        closeDialog()
      }
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [isOther, dialogTripId, complain, closeDialog])

  if (!isOther) return open && <Details trip={open} save={saveOpenTrip} />
  return other && <Details trip={other} save={(changes) => saveOtherTrip(other.id, changes)} />
}

/** The open trip's details are saved like its text: they are shown at once, and saving is retried until it succeeds. */
async function saveOpenTrip(details: TripDetails): Promise<Result<unknown>> {
  useTrip.getState().saveTrip(details)
  await useTrip.getState().flush()
  await useLibrary.getState().refresh()
  return { ok: true, value: null }
}

async function saveOtherTrip(tripId: string, changes: TripDetails): Promise<Result<unknown>> {
  const answer = await bridge.call('trips.save', { tripId, changes })
  await useLibrary.getState().refresh()
  return answer
}
