import { type FormEvent, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { commandName } from '../commands/command-entries.tsx'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { nameOf, renameReport } from './change-reports.ts'

/** Asks for another name of the report that is shown. */
export function RenameReportDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const [name, setName] = useState(() => {
    const { trip } = useTrip.getState()
    return trip ? nameOf(trip.report) : ''
  })
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    closeDialog()
    renameReport(name)
  }
  return (
    <Dialog
      title={commandName('rename-report')}
      size="small"
      onClose={closeDialog}
      footer={
        <>
          <Button kind="plain" onPress={closeDialog}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" onPress={() => save()}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <form onSubmit={save}>
        <TextField label={t('report.name')} description={t('report.name-note')} value={name} onChange={setName} />
      </form>
    </Dialog>
  )
}
