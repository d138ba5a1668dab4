import { type ReactNode, useId } from 'react'
import { Form } from 'react-aria-components'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Problem } from '../components/problem.tsx'
import './new-trip-dialog.css'

export interface TripFormDialogProps {
  title: string
  submitLabel: string
  isBusy?: boolean
  /** Why the last attempt failed. */
  problem: Failure | null
  onSubmit: () => void
  onClose: () => void
  /** The fields. */
  children: ReactNode
}

/** A dialog with the details of a trip, which stays open with everything that was typed until they are saved. */
export function TripFormDialog(props: TripFormDialogProps) {
  const { title, submitLabel, isBusy = false, problem, onSubmit, onClose, children } = props
  const formId = useId()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button kind="plain" onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" type="submit" form={formId} isDisabled={isBusy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="trip-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        {problem && <Problem tone="danger">{t('trip.not-saved', { problem: render(problem) })}</Problem>}
      </Form>
    </Dialog>
  )
}
