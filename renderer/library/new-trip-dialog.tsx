import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Form, Heading } from 'react-aria-components'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { localTimeZone } from '../format/clocks.ts'
import { Problem } from '../components/problem.tsx'
import { useApp } from '../state/app-state.ts'
import { beginTrip } from '../state/begin-trip.ts'
import { FurtherTripFields, MainTripFields } from './trip-fields.tsx'
import { emptyForm } from './trip-form.ts'
import { useTripForm } from './use-trip-form.ts'
import './new-trip-dialog.css'

const FORM = 'new-trip-form'

/** Asks for a name, dates and a place. Everything else has a sensible value, and can be changed in a folded part below. */
export function NewTripDialog() {
  const { start, closeDialog } = useApp()
  const zone = localTimeZone()
  const { form, change, errors, submit } = useTripForm(emptyForm(start.settings, dayAt(now(), zone), zone))
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  // A field that keeps the trip from being created must not stay hidden.
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
      title={t('trip.new')}
      onClose={closeDialog}
      footer={
        <>
          <Button kind="plain" onPress={closeDialog}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" type="submit" form={FORM} isDisabled={isBusy}>
            {t('trip.start-writing')}
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
              {t('trip.more-fields')}
            </AriaButton>
          </Heading>
          <DisclosurePanel className="fold-panel">
            <div className="trip-form">
              <FurtherTripFields form={form} errors={errors} onChange={change} />
            </div>
          </DisclosurePanel>
        </Disclosure>
        {problem && <Problem tone="danger">{t('trip.not-saved', { problem: render(problem) })}</Problem>}
      </Form>
    </Dialog>
  )
}
