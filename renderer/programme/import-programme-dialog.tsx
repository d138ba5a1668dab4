import { useEffect, useState } from 'react'
import type { UnderstoodProgramme } from '../../electron/shared/contract/programme.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { commandName } from '../commands/command-entries.tsx'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { Problem } from '../components/problem.tsx'
import { beginFromProgramme } from './begin-from-programme.ts'
import { ZoneField } from '../library/trip-fields.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { ChangeList } from './change-list.tsx'
import { takeBeginning } from '../state/programme-import.ts'
import { NewTripReview } from './new-trip-review.tsx'
import { chosenOf, SourceFields, type SourceForm } from './programme-source-fields.tsx'
import { UnderstoodSummary } from './understood-summary.tsx'
import { type UsedProgrammeImport, useProgrammeImport } from './use-programme-import.ts'

/** Creates a trip from a programme: choose, review, create. */
export function NewTripFromProgrammeDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const used = useProgrammeImport(null)
  const form = useSourceForm(used)
  const { stage, apply, back } = used
  if (stage.name !== 'reviewing')
    return <ChooseSource title={t('command.new-trip-from-programme')} used={used} {...form} />
  return (
    <NewTripReview
      key={stage.understood.draftId}
      understood={stage.understood}
      isBusy={stage.isBusy}
      problem={stage.problem}
      onBack={back}
      onClose={closeDialog}
      onCreate={(details) => void apply(({ draftId }) => beginFromProgramme(draftId, details))}
    />
  )
}

/** Imports a programme into the open trip: choose, review the changes, import. */
export function ImportProgrammeDialog() {
  const trip = useTrip((state) => state.trip)
  return trip && <ImportInto trip={trip} />
}

function ImportInto({ trip }: { trip: Trip }) {
  const closeDialog = useApp((state) => state.closeDialog)
  const used = useProgrammeImport(trip.id)
  const form = useSourceForm(used)
  const { stage, apply, back } = used
  if (stage.name !== 'reviewing') return <ChooseSource title={commandName('import-programme')} used={used} {...form} />
  const importInto = async (timeZone: string) => {
    const isDone = await apply(async ({ draftId, details }) => {
      const { saveAll, importProgramme } = useTrip.getState()
      const saved = await saveAll('import')
      return saved.ok ? await importProgramme(draftId, { ...details, timeZone }) : saved
    })
    if (isDone) useApp.getState().goToTrip(trip.id, 'programme')
  }
  return (
    <Review
      key={stage.understood.draftId}
      trip={trip}
      understood={stage.understood}
      isBusy={stage.isBusy}
      problem={stage.problem && render(stage.problem)}
      onBack={back}
      onClose={closeDialog}
      onImport={(timeZone) => void importInto(timeZone)}
    />
  )
}

interface UsedSourceForm {
  form: SourceForm
  onChange: (changes: Partial<SourceForm>) => void
}

/** The choice, which begins with what was dropped onto the window, or with the address to check. */
function useSourceForm({ read }: UsedProgrammeImport): UsedSourceForm {
  const [beginning] = useState(takeBeginning)
  const [form, setForm] = useState<SourceForm>({
    from: beginning?.from ?? 'file',
    file: beginning?.from === 'file' ? beginning.file : null,
    address: beginning?.from === 'address' ? beginning.address : '',
    text: '',
  })
  useEffect(() => {
    if (beginning !== null) void read(beginning)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only at the beginning
  }, [])
  return { form, onChange: (changes) => setForm((before) => ({ ...before, ...changes })) }
}

interface ChooseSourceProps extends UsedSourceForm {
  title: string
  used: UsedProgrammeImport
}

function ChooseSource({ title, used, form, onChange }: ChooseSourceProps) {
  const closeDialog = useApp((state) => state.closeDialog)
  const { stage, job, read } = used
  const isReading = stage.name === 'reading'
  const chosen = chosenOf(form)
  return (
    <Dialog
      title={title}
      onClose={isReading ? job.cancel : closeDialog}
      footer={
        isReading ? (
          <Button onPress={job.cancel}>{t('action.cancel')}</Button>
        ) : (
          <>
            <Button kind="plain" onPress={closeDialog}>
              {t('action.cancel')}
            </Button>
            <Button kind="primary" isDisabled={chosen === null} onPress={() => chosen && void read(chosen)}>
              {t('programme.import.read')}
            </Button>
          </>
        )
      }
    >
      {isReading ? (
        <JobProgressBar progress={job.progress} />
      ) : (
        <>
          <p>{t('programme.import.explanation')}</p>
          <SourceFields
            form={form}
            onChange={onChange}
            onFile={(file) => {
              onChange({ file })
              void read({ from: 'file', file })
            }}
          />
          {stage.name === 'choosing' && stage.problem !== null && <Problem>{render(stage.problem)}</Problem>}
        </>
      )}
    </Dialog>
  )
}

interface ReviewProps {
  trip: Trip
  understood: UnderstoodProgramme
  isBusy: boolean
  problem: string | null
  onBack: () => void
  onClose: () => void
  onImport: (timeZone: string) => void
}

/** What was understood and what would change, before anything is imported. */
function Review({ trip, understood, isBusy, problem, onBack, onClose, onImport }: ReviewProps) {
  const { details, changes } = understood
  const before = useTrip(({ programme }) => programme)
  const hasProgramme = before !== null
  // What was answered once is not asked again.
  const [timeZone, setTimeZone] = useState(details.timeZone ?? before?.timeZone ?? trip.timeZone)
  return (
    <Dialog
      title={commandName('import-programme')}
      onClose={onClose}
      size="large"
      isText
      footer={
        <>
          <Button kind="plain" isDisabled={isBusy} onPress={onBack}>
            {t('action.back')}
          </Button>
          <Button kind="primary" isDisabled={isBusy} onPress={() => onImport(timeZone)}>
            {t('programme.import.apply')}
          </Button>
        </>
      }
    >
      <UnderstoodSummary understood={understood} />
      {details.timeZone === null && !hasProgramme && (
        <>
          <p>{t('programme.import.zone-missing')}</p>
          <ZoneField timeZone={timeZone} firstDay={trip.firstDay} onChange={(zone) => setTimeZone(zone ?? timeZone)} />
        </>
      )}
      {hasProgramme && changes.length === 0 && <p>{t('programme.import.no-changes')}</p>}
      {hasProgramme && <ChangeList changes={changes} timeZone={trip.timeZone} />}
      {problem !== null && <Problem>{problem}</Problem>}
    </Dialog>
  )
}
