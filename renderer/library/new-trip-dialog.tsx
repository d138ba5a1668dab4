import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Form, Heading } from 'react-aria-components'
import type { Failure } from '../../electron/shared/result.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { zoneHere } from '../format/moments.ts'
import { Problem } from '../components/problem.tsx'
import { useApp } from '../state/app-state.ts'
import { beginTrip } from '../state/begin-trip.ts'
import { FurtherTripFields, MainTripFields } from './trip-fields.tsx'
import { emptyForm } from './trip-form.ts'
import { useTripForm } from './use-trip-form.ts'
import './new-trip-dialog.css'

const FORM = 'new-trip-form'

/** Asks for a name, the days and the place; all else has a sensible value, and stands ready below. */
export function NewTripDialog() {
  const { start, closeDialog } = useApp()
  const zone = zoneHere()
  const { form, change, errors, submit } = useTripForm(emptyForm(start.settings, dayAt(now(), zone), zone))
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  // A fold must not hide what keeps the trip from being made.
  const isUnfolded = isOpen || errors.timeZone !== undefined

  const create = async () => {
    const details = submit()
    if (!details || isBusy) return
    setBusy(true)
    const answer = await beginTrip(details)
    setBusy(false)
    if (!answer.ok) setProblem(answer.error)
  }

  return (
    <Dialog
      title="New trip"
      onClose={closeDialog}
      footer={
        <>
          <Button kind="plain" onPress={closeDialog}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={FORM} isDisabled={isBusy}>
            Start writing
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
          void create()
        }}
      >
        <MainTripFields form={form} errors={errors} onChange={change} />
        <Disclosure className="fold" isExpanded={isUnfolded} onExpandedChange={setOpen}>
          <Heading level={3}>
            <AriaButton slot="trigger" className="fold-button">
              <ChevronRight aria-hidden className="fold-sign" />
              Venue, time zone, authors and more
            </AriaButton>
          </Heading>
          <DisclosurePanel className="fold-panel">
            <div className="trip-form">
              <FurtherTripFields form={form} errors={errors} onChange={change} />
            </div>
          </DisclosurePanel>
        </Disclosure>
        {problem && <Problem tone="danger">{problem.message} What you typed is still here.</Problem>}
      </Form>
    </Dialog>
  )
}
