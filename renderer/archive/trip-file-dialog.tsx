import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Archive } from '../../electron/shared/archive.ts'
import { formatNews } from '../../electron/shared/format-news.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { forget, takeAs } from './open-trip-file.ts'
import { type TripFileStage, useTripFile } from './trip-file-state.ts'
import { rest } from './work.ts'
import '../components/outcome.css'
import './trip-file-dialog.css'

/** A trip file that is being worked on, a question about one, or what could not be imported or saved. */
export function TripFileDialog() {
  const stage = useTripFile((state) => state.stage)
  switch (stage.name) {
    case 'idle':
      return null
    case 'working':
      return <Working stage={stage} />
    case 'asking':
      return <Question archive={stage.archive} />
    case 'telling':
      return <Remarks stage={stage} />
    default:
      return assertNever(stage)
  }
}

function Working({ stage: { title, progress, cancel } }: { stage: TripFileStage & { name: 'working' } }) {
  return (
    <Dialog title={title} onClose={cancel} size="small" footer={<Button onPress={cancel}>Cancel</Button>}>
      <JobProgressBar progress={progress} {...(progress === null && { label: title })} />
    </Dialog>
  )
}

function Question({ archive }: { archive: Archive }) {
  const { trip, name, whereabouts } = archive
  const cancel = () => void forget(archive)
  const canMerge = whereabouts.state === 'differs'
  return (
    <Dialog
      title="You have this trip already"
      onClose={cancel}
      isAlert
      footer={
        <>
          <Button kind="plain" onPress={cancel}>
            Cancel
          </Button>
          <Button kind={canMerge ? 'secondary' : 'primary'} onPress={() => takeAs(archive, 'copy')}>
            Keep both
          </Button>
          {canMerge && (
            <Button kind="primary" onPress={() => takeAs(archive, 'merge')}>
              Merge
            </Button>
          )}
        </>
      }
    >
      <p>
        “{trip.title}” is in your library, and the file “{name}” holds another state of it.{' '}
        {whereabouts.state === 'differs' && formatNews(whereabouts.news)}
        {whereabouts.state === 'unreadable' && whereabouts.problem}
      </p>
      <dl className="trip-file-ways">
        {canMerge && (
          <>
            <dt>Merge</dt>
            <dd>
              Your trip gets what only the file has. What both have written differently is kept side by side. You can
              undo it.
            </dd>
          </>
        )}
        <dt>Keep both</dt>
        <dd>The file becomes a trip of its own, beside yours.</dd>
      </dl>
    </Dialog>
  )
}

function Remarks({ stage: { title, message, remarks } }: { stage: TripFileStage & { name: 'telling' } }) {
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <Dialog
      title={title}
      onClose={rest}
      footer={
        <Button kind="primary" onPress={rest}>
          Done
        </Button>
      }
    >
      <div className="outcome">
        <div className="outcome-head" ref={head} tabIndex={-1}>
          <Check aria-hidden className="outcome-good" />
          <p className="trip-file-message">{message}</p>
        </div>
        <p className="quiet">Not everything is in it:</p>
        <ul className="outcome-list" aria-label="Remarks">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
