import { useMemo, useState } from 'react'
import type { ImportDraft, ImportPlan } from '../../electron/shared/import-draft.ts'
import type { Dates } from '../../electron/shared/import-days.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { JobProgress } from '../bridge/run-job.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { Problem } from '../components/problem.tsx'
import { changeForm, checkForm } from '../library/trip-form.ts'
import { changeEntries, countTaken, linesOf, planOfReview, reviewOf, toggleLeftOut } from './review.ts'
import { ReviewDetails } from './review-details.tsx'
import { ReviewList } from './review-list.tsx'
import { ReviewRange } from './review-range.tsx'
import { ReviewNotes } from './review-notes.tsx'
import { ReviewTrip } from './review-trip.tsx'
import type { ChosenFile } from './upload.ts'
import { useLineSelection } from './use-line-selection.ts'
import { useReview } from './use-review.ts'
import './review.css'

interface Props {
  draft: ImportDraft
  /** The title of the trip that gets the entries; `null` for a new trip. */
  into: string | null
  problem: string | null
  foundNone: boolean
  /** Whether the trip is being created now. */
  isCreating: boolean
  progress: JobProgress | null
  onFolder: (files: readonly ChosenFile[]) => void
  onBack: () => void
  /** Closes the page, or cancels what is being created. */
  onCancel: () => void
  onCreate: (plan: ImportPlan) => void
}

/** What was understood of the files, by day, to be corrected before anything is created. */
export function ImportReview(props: Props) {
  const { draft, into, problem, foundNone, isCreating, progress, onFolder, onBack, onCancel, onCreate } = props
  const { review, change, undo, redo } = useReview(reviewOf(draft))
  const [isTried, setTried] = useState(false)
  const lines = useMemo(() => linesOf(review), [review])
  const order = useMemo(() => lines.flatMap((line) => (line.kind === 'entry' ? [line.index] : [])), [lines])
  const selection = useLineSelection(order)
  const errors = checkForm(review.form)
  const { selected } = selection
  const { lastDay } = errors

  const create = () => {
    setTried(true)
    const plan = planOfReview(review)
    if (plan !== null && Object.keys(errors).length === 0 && taken > 0) onCreate(plan)
  }
  const setDays = (days: Partial<Dates>, place: string | null) =>
    change({ form: changeForm(review.form, { ...days, lastDayIsChosen: true }) }, place)
  const taken = countTaken(review)
  const talks = review.entries.filter(({ kind }) => kind === 'talk').length

  return (
    <Dialog
      title={t('import.review.title')}
      onClose={onCancel}
      size="wide"
      footer={
        <>
          {!isCreating && (
            <Button kind="plain" onPress={onBack}>
              {t('import.review.back')}
            </Button>
          )}
          <Button kind="plain" onPress={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" isDisabled={isCreating || (draft.isJournal && taken === 0)} onPress={create}>
            {into === null ? t('import.review.create') : t('import.review.add')}
          </Button>
        </>
      }
    >
      {isCreating && (
        <div className="review-creating">
          <JobProgressBar progress={progress} />
        </div>
      )}
      {/* It stays while the trip is created, with all corrections, for the case that this fails. */}
      <div className="import-review" hidden={isCreating}>
        {into === null ? (
          <ReviewTrip
            form={review.form}
            errors={isTried ? errors : review.form.lastDay !== '' && lastDay !== undefined ? { lastDay } : {}}
            source={draft.days?.source ?? null}
            isJournal={draft.isJournal}
            onChange={(changes, place) => change({ form: changeForm(review.form, changes) }, place)}
          />
        ) : (
          <p className="review-into">{t('import.review.into', { title: into })}</p>
        )}
        <div className="review-entries">
          {draft.isJournal && (
            <ReviewRange review={review} selected={selected} hasFields={into !== null} onChange={setDays} />
          )}
          <p className="review-summary">
            {draft.isJournal
              ? t('import.review.journal-summary', { taken, count: review.entries.length })
              : t('import.review.summary', { talks, others: review.entries.length - talks, pictures: draft.pictures })}
          </p>
          <div className="review-scroll">
            <ReviewList
              review={review}
              lines={lines}
              selection={selection}
              onKind={(kind) => change({ entries: changeEntries(review.entries, selected, { kind }) }, null)}
              onLeaveOut={() => change({ leftOut: toggleLeftOut(review, selected) }, null)}
              onUndo={undo}
              onRedo={redo}
              takesFocus={draft.days !== null}
            />
          </div>
        </div>
        <ReviewDetails
          review={review}
          selected={selected}
          onChange={(changes, place) => change({ entries: changeEntries(review.entries, selected, changes) }, place)}
        />
        <div className="review-foot">
          {problem !== null && <Problem>{problem}</Problem>}
          <ReviewNotes draft={draft} foundNone={foundNone} onFolder={onFolder} />
        </div>
      </div>
    </Dialog>
  )
}
