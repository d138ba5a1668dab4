import { CalendarPlus, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { clockNow } from '../state/clock.ts'
import { Button as FormButton } from '../components/button.tsx'
import { localTimeZone } from '../format/clocks.ts'
import { useApp } from '../state/app-state.ts'
import { beginTrip } from '../state/begin-trip.ts'
import { FurtherTripFields, MainTripFields } from './trip-fields.tsx'
import { TripFormDialog } from './trip-form-dialog.tsx'
import { emptyForm } from './trip-form.ts'
import { useTripForm } from './use-trip-form.ts'
import './new-trip-dialog.css'

/**
 * Asks for a name, dates and a place. Everything else has a sensible default, and can be changed in a collapsed section
 * below.
 */
export function NewTripDialog() {
  const { start, closeDialog, openDialog } = useApp()
  const zone = localTimeZone()
  const { form, change, errors, submit } = useTripForm(emptyForm(start.settings, dayAt(clockNow(), zone), zone))
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  // A field with an error must not stay hidden.
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
    <TripFormDialog
      title={t('trip.new')}
      submitLabel={t('trip.start-writing')}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void create()}
      onClose={closeDialog}
    >
      <div>
        <FormButton icon={<CalendarPlus aria-hidden />} onPress={() => openDialog('new-trip-from-programme')}>
          {t('trip.from-programme')}
        </FormButton>
      </div>
      <MainTripFields form={form} errors={errors} onChange={change} />
      <Disclosure className="fold" isExpanded={isUnfolded} onExpandedChange={setOpen}>
        <Heading level={3}>
          <Button slot="trigger" className="fold-button">
            <ChevronRight aria-hidden className="fold-sign" />
            {t('trip.more-fields')}
          </Button>
        </Heading>
        <DisclosurePanel className="fold-panel">
          <div className="trip-form">
            <FurtherTripFields form={form} errors={errors} onChange={change} />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </TripFormDialog>
  )
}
