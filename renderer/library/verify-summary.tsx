import { Check, TriangleAlert } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input } from '../../electron/shared/contract/index.ts'
import type { Finding, Verification } from '../../electron/shared/verification.ts'
import { bridge } from '../bridge/bridge.ts'
import { runJob } from '../bridge/run-job.ts'
import { Button } from '../components/button.tsx'
import { useAnswer } from '../bridge/use-answer.ts'
import { useApp } from '../state/app-state.ts'
import { sayCount } from '../format/trips.ts'
import { sayRead, sayVerdict } from './say-verification.ts'
import { LostTripButton } from './unreadable-trips.tsx'
import '../components/field.css'
import '../components/outcome.css'
import './verify-dialog.css'

/** What is read. */
export type Verified = Input<'verify.run'>['what']

interface SummaryProps {
  what: Verified
  verification: Verification
  /** Pictures were restored, so the findings are out of date. */
  onRepaired: () => void
}

/** What was read and what was found. Takes the focus, so that it is read out. */
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
          <p className="verify-verdict">{sayVerdict(problems.length, notes.length)}</p>
          <p className="quiet">Read: {sayRead(verification)}</p>
        </div>
      </div>
      {problems.length > 0 && <Problems what={what} problems={problems} onRepaired={onRepaired} />}
      {notes.length > 0 && <Findings label="Worth knowing" findings={notes} />}
      <p className="verify-place">{verification.folder}</p>
    </div>
  )
}

/** Problems, each with what helps: a damaged trip has a screen of its own, and the backup can be brought up to date. */
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
      <Findings label="Problems" findings={problems} />
      {lost.map((trip) => (
        <div key={trip.folder} className="verify-way">
          <span>“{trip.title}” cannot be read.</span>
          <LostTripButton trip={trip} />
        </div>
      ))}
      {lacksPictures && start.settings.backup !== null && <PicturesFromBackup onRepaired={onRepaired} />}
      {what === 'backup' && (
        <p className="field-description">
          “Back up now” in the settings copies what is missing. A picture that is damaged in the backup is copied again
          once it is deleted there.
        </p>
      )}
    </>
  )
}

function PicturesFromBackup({ onRepaired }: { onRepaired: () => void }) {
  const [isBusy, setBusy] = useState(false)
  const bring = async () => {
    setBusy(true)
    const answer = await runJob('restore.repairPictures', {}, () => {}).outcome
    setBusy(false)
    const { say, complain } = useApp.getState()
    if (!answer.ok) return complain(answer.error)
    if (answer.value.restored === 0) return say('The backup has no good copy of these pictures either.')
    say(`${sayCount(answer.value.restored, 'picture has', 'pictures have')} come from the backup.`)
    onRepaired()
  }
  return (
    <div className="verify-way">
      <span>The backup may have good copies of these pictures.</span>
      <Button isDisabled={isBusy} onPress={() => void bring()}>
        Take them from there
      </Button>
    </div>
  )
}

function Findings({ label, findings }: { label: string; findings: readonly Finding[] }) {
  return (
    <section className="field" aria-label={label}>
      <h3 className="field-label">{label}</h3>
      <ul className="verify-findings">
        {findings.map(({ place, message }, index) => (
          // Two findings can be identical, and the list never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="verify-finding">
            <span className="verify-place">{place}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
