import { useEffect, useState } from 'react'
import { Form } from 'react-aria-components'
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
  /** Answers when the disk has the details. */
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
      title="Trip details"
      onClose={closeDialog}
      footer={
        <>
          <Button kind="plain" onPress={closeDialog}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={FORM}>
            Save
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
        {problem && <Problem tone="danger">{problem.message} What you typed is still here.</Problem>}
      </Form>
    </Dialog>
  )
}

/** The name, days, place and the rest of the open trip, or of the one that the library asked about. */
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

/** The open trip's details take the way of all that is typed: they show at once, and are tried until the disk has them. */
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
