import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Archive } from '../../electron/shared/archive.ts'
import { formatNews } from '../../electron/shared/format-news.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { forget, importAs } from './open-trip-file.ts'
import { type TripFileStage, useTripFile } from './trip-file-state.ts'
import { reset } from './file-job.ts'
import '../components/outcome.css'
import './trip-file-dialog.css'

/** Shows progress with a trip file, a question about one, or what could not be imported or saved. */
export function TripFileDialog() {
  const stage = useTripFile((state) => state.stage)
  switch (stage.name) {
    case 'idle':
      return null
    case 'working':
      return <Working stage={stage} />
    case 'asking':
      return <Question archive={stage.archive} />
    case 'remarks':
      return <Remarks stage={stage} />
    default:
      return assertNever(stage)
  }
}

function Working({ stage: { title, progress, cancel } }: { stage: TripFileStage & { name: 'working' } }) {
  return (
    <Dialog title={title} onClose={cancel} size="small" footer={<Button onPress={cancel}>{t('action.cancel')}</Button>}>
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
      title={t('archive.present-title')}
      onClose={cancel}
      isAlert
      footer={
        <>
          <Button kind="plain" onPress={cancel}>
            {t('action.cancel')}
          </Button>
          <Button kind={canMerge ? 'secondary' : 'primary'} onPress={() => importAs(archive, 'copy')}>
            {t('archive.keep-both')}
          </Button>
          {canMerge && (
            <Button kind="primary" onPress={() => importAs(archive, 'merge')}>
              {t('archive.merge')}
            </Button>
          )}
        </>
      }
    >
      <p>
        {t('archive.present', { title: trip.title, file: name })}{' '}
        {whereabouts.state === 'differs' && formatNews(whereabouts.news)}
        {whereabouts.state === 'unreadable' && render(whereabouts.problem)}
      </p>
      <dl className="trip-file-ways">
        {canMerge && (
          <>
            <dt>{t('archive.merge')}</dt>
            <dd>{t('archive.merge-note')}</dd>
          </>
        )}
        <dt>{t('archive.keep-both')}</dt>
        <dd>{t('archive.keep-both-note')}</dd>
      </dl>
    </Dialog>
  )
}

function Remarks({ stage: { title, message, remarks } }: { stage: TripFileStage & { name: 'remarks' } }) {
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <Dialog
      title={title}
      onClose={reset}
      footer={
        <Button kind="primary" onPress={reset}>
          {t('action.done')}
        </Button>
      }
    >
      <div className="outcome">
        <div className="outcome-head" ref={head} tabIndex={-1}>
          <Check aria-hidden className="outcome-good" />
          <p className="trip-file-message">{message}</p>
        </div>
        <p className="quiet">{t('archive.incomplete')}</p>
        <ul className="outcome-list" aria-label={t('archive.remarks')}>
          {remarks.map(render).map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
