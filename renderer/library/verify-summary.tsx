import { Check, TriangleAlert } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Input } from '../../electron/shared/contract/index.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Finding, Verification } from '../../electron/shared/verification.ts'
import { bridge } from '../bridge/bridge.ts'
import { runJob } from '../bridge/run-job.ts'
import { Button } from '../components/button.tsx'
import { LongList } from '../components/long-list.tsx'
import { useAnswer } from '../bridge/use-answer.ts'
import { useApp } from '../state/app-state.ts'
import { formatRead, formatVerdict } from './format-verification.ts'
import { LostTripButton } from './unreadable-trips.tsx'
import '../components/field.css'
import '../components/outcome.css'
import './verify-dialog.css'

/** What is checked. */
export type Verified = Input<'verify.run'>['what']

interface SummaryProps {
  what: Verified
  verification: Verification
  /** Called when pictures were restored from the backup, which makes the findings outdated. */
  onRepaired: () => void
}

/** What was read, and the findings. Takes the focus, so that screen readers read it. */
export function VerifySummary({ what, verification, onRepaired }: SummaryProps) {
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [])
  const problems = verification.findings.filter(({ kind }) => kind === 'problem')
  const notes = verification.findings.filter(({ kind }) => kind === 'note')
  return (
    <div className="outcome">
      <div className="outcome-head" ref={head} tabIndex={-1}>
        {problems.length === 0 ? (
          <Check aria-hidden className="outcome-good" />
        ) : (
          <TriangleAlert aria-hidden className="outcome-attention" />
        )}
        <div>
          <p className="verify-verdict">{formatVerdict(problems.length, notes.length)}</p>
          <p className="quiet">{formatRead(verification)}</p>
        </div>
      </div>
      {problems.length > 0 && <Problems what={what} problems={problems} onRepaired={onRepaired} />}
      {notes.length > 0 && <Findings label={t('verify.notes')} findings={notes} />}
      <p className="verify-place" data-verbatim>
        {verification.folder}
      </p>
    </div>
  )
}

/**
 * The problems, each with a remedy: a damaged trip leads to the recovery screen, a missing picture may be in the
 * backup.
 */
function Problems({
  what,
  problems,
  onRepaired,
}: {
  what: Verified
  problems: readonly Finding[]
  onRepaired: () => void
}) {
  const list = useCallback(() => bridge.call('library.list', {}), [])
  const { value } = useAnswer(list)
  const lost = what === 'library' && value ? value.unreadable : []
  const { start } = useApp()
  const lacksPictures = what === 'library' && problems.some(({ place }) => place.includes('/photos/'))
  return (
    <>
      <Findings label={t('verify.problems')} findings={problems} />
      {lost.map((trip) => (
        <div key={trip.folder} className="verify-way">
          <span>{t('verify.unreadable', { title: trip.title })}</span>
          <LostTripButton trip={trip} />
        </div>
      ))}
      {lacksPictures && start.settings.backup !== null && <PicturesFromBackup onRepaired={onRepaired} />}
      {what === 'backup' && <p className="field-description">{t('verify.backup-note')}</p>}
    </>
  )
}

function PicturesFromBackup({ onRepaired }: { onRepaired: () => void }) {
  const [isBusy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    const answer = await runJob('restore.repairPictures', {}, () => {}).outcome
    setBusy(false)
    const { notify, showFailure } = useApp.getState()
    if (!answer.ok) return showFailure(answer.error)
    if (answer.value.restored === 0) return notify(t('verify.no-good-copies'))
    notify(t('verify.pictures-restored', { count: answer.value.restored }))
    onRepaired()
  }
  return (
    <div className="verify-way">
      <span>{t('verify.pictures-in-backup')}</span>
      <Button isDisabled={isBusy} onPress={() => void restore()}>
        {t('verify.restore-pictures')}
      </Button>
    </div>
  )
}

/** The height of a finding, in pixels. */
const FINDING_HEIGHT = 60

/** What was found in the files: a line for each, with the place of its file. */
export function Findings({ label, findings }: { label: string; findings: readonly Finding[] }) {
  // Two findings can be identical, and the list never changes.
  const lines = useMemo(() => findings.map((finding, id) => ({ ...finding, id })), [findings])
  return (
    <section className="field" aria-label={label}>
      <h3 className="field-label">{label}</h3>
      <div className="verify-findings">
        <LongList items={lines} itemHeight={FINDING_HEIGHT}>
          {({ id, place, message }, at) => (
            <li key={id} className="verify-finding" {...at}>
              <span className="verify-place" data-verbatim>
                {place}
              </span>
              <span>{render(message)}</span>
            </li>
          )}
        </LongList>
      </div>
    </section>
  )
}
