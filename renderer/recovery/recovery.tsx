import { BookOpen, FileWarning } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../electron/shared/contract/index.ts'
import type { Inspection, Version } from '../../electron/shared/history.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import { formatInstant } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { now } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Problem } from '../components/problem.tsx'
import { formatChanges } from '../history/format-changes.ts'
import { localTimeZone } from '../format/clocks.ts'
import { VersionList } from '../history/version-list.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useReadOnly } from '../state/read-only.ts'
import { ReadableTrip } from './readable-trip.tsx'
import { formatChoice, formatSafety, formatTrouble } from './format-recovery.ts'
import './recovery-screen.css'

type Recovered = Output<'recovery.restore'>

/** Opens a recovered trip. Text that was typed into it and could not be saved is put back and saved. */
async function openRecovered({ trip, keptAs }: Recovered, outcome: string): Promise<void> {
  const { goToTrip, notify } = useApp.getState()
  useTrip.getState().show(trip)
  goToTrip(trip.id)
  useTrip.getState().tryNow()
  notify(keptAs === null ? outcome : t('recovery.original-kept', { outcome, path: keptAs }))
  await useLibrary.getState().refresh()
}

const describe = ({ changes, more }: Version) => formatChanges(changes, more)

const measure = ({ entries, words }: Version) =>
  t('recovery.size', { entries: t('count.entries', { count: entries }), words: t('count.words', { count: words }) })

/** What is known about a trip that cannot be opened, and the ways to recover it. */
export function Recovery({ inspection }: { inspection: Inspection }) {
  const { folder, kind, problem, kept, versions, readable } = inspection
  // The trip's own zone is in the file that cannot be read.
  const timeZone = readable?.timeZone ?? localTimeZone()
  const isReadOnly = useReadOnly()
  const hasBackup = useApp((state) => state.start.settings.backup !== null)
  const [chosenId, setChosenId] = useState(versions[0]?.versionId ?? null)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const chosen = versions.find(({ versionId }) => versionId === chosenId) ?? null
  const choice = formatChoice(inspection, hasBackup)

  const recover = async (call: () => Promise<Result<Recovered>>, outcome: string) => {
    if (isBusy) return
    setBusy(true)
    const answer = await call()
    setBusy(false)
    if (answer.ok) await openRecovered(answer.value, outcome)
    else setRefusal(answer.error)
  }

  const restore = ({ versionId, savedAt }: Version) =>
    recover(
      () => bridge.call('recovery.restore', { folder, versionId }),
      t('recovery.restored-to', { when: formatInstant(savedAt, timeZone, now()) }),
    )

  const adopt = () => recover(() => bridge.call('recovery.adopt', { folder }), t('recovery.kept'))

  return (
    <article className="recovery" aria-label={formatTrouble(inspection)}>
      <header className="recovery-head">
        {kind === 'newer' ? <BookOpen aria-hidden /> : <FileWarning aria-hidden />}
        <h2 className="recovery-title">{formatTrouble(inspection)}</h2>
      </header>
      <p>{render(problem)}</p>
      <p>{formatSafety(inspection)}</p>
      {kept.length > 0 && (
        <div>
          <p>{t('recovery.kept-at', { count: kept.length })}</p>
          <ul className="recovery-kept">
            {kept.map((path) => (
              <li key={path} data-verbatim>
                {path}
              </li>
            ))}
          </ul>
        </div>
      )}
      {choice !== '' && <p className="recovery-choice">{choice}</p>}
      {kind !== 'newer' && versions.length > 0 && (
        <VersionList
          className="recovery-versions"
          label={t('recovery.versions')}
          versions={versions}
          timeZone={timeZone}
          chosen={chosenId}
          onChoose={setChosenId}
          describe={describe}
          detail={measure}
        />
      )}
      {refusal && <Problem tone="danger">{render(refusal)}</Problem>}
      <div className="recovery-ways">
        {kind === 'checksum' && (
          <Button isDisabled={isBusy || isReadOnly} onPress={() => void adopt()}>
            {t('recovery.keep')}
          </Button>
        )}
        {kind !== 'newer' && hasBackup && (
          <Button
            kind={chosen ? 'secondary' : 'primary'}
            isDisabled={isBusy}
            onPress={() => useApp.getState().openDialog('restore')}
          >
            {t('recovery.search-backup')}
          </Button>
        )}
        {kind !== 'newer' && chosen && (
          <Button kind="primary" isDisabled={isBusy || isReadOnly} onPress={() => void restore(chosen)}>
            {chosen === versions[0] ? t('recovery.restore-newest') : t('recovery.restore-this')}
          </Button>
        )}
      </div>
      {readable && (
        <section className="recovery-content" aria-label={t('recovery.content')}>
          <h2 className="recovery-subtitle">{t('recovery.content')}</h2>
          <ReadableTrip trip={readable} />
        </section>
      )}
    </article>
  )
}
