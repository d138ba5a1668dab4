import { Button as AriaButton } from 'react-aria-components'
import { formatClock } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { runCommand } from '../commands/run-command.ts'
import { shownTogether } from '../components/keys.ts'
import { useWordCount } from '../journal/word-count.ts'
import { BackupMark } from '../status/backup-mark.tsx'
import { SaveState } from '../status/save-state.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import '../components/bar.css'
import './trip-foot.css'

/** What other computers did to the trip, in small print because nothing is lost. */
function FromElsewhere() {
  const changedAt = useTrip((state) => state.changedElsewhereAt)
  // Readable copies are offered in a banner above the page.
  const lost = useTrip((state) => state.copies.filter(({ holds }) => holds === null).length)
  const openDialog = useApp((state) => state.openDialog)
  return (
    <>
      {lost > 0 && (
        <AriaButton className="foot-button foot-attention" onPress={() => openDialog('copies')}>
          {t('frame.unreadable-copies', { count: lost })}
        </AriaButton>
      )}
      {changedAt !== null && (
        <span className="foot-note">{t('frame.changed-elsewhere', { clock: formatClock(new Date(changedAt)) })}</span>
      )}
    </>
  )
}

/** Says that the clock at the venue was set to try the program out. */
function ClockMark() {
  const isSet = useApp((state) => state.start.clockShift !== null)
  return isSet && <span className="foot-note foot-attention">{t('frame.clock-set')}</span>
}

/** The length of the open entry. */
function WordCount() {
  const count = useWordCount((state) => state.words)
  return count === null ? null : <span className="foot-note">{t('count.words', { count })}</span>
}

/** The bar below every view of a trip, which always shows in the same corner whether the text is saved. */
export function TripFoot() {
  return (
    <footer className="trip-foot" aria-label={t('frame.save-status')}>
      <AriaButton className="foot-button trip-keys" onPress={() => void runCommand('keys')}>
        {commandName('keys')} <kbd>{shownTogether(chordsOf('keys'))}</kbd>
      </AriaButton>
      <WordCount />
      <ClockMark />
      <span className="bar-space" />
      <FromElsewhere />
      <BackupMark />
      <SaveState />
    </footer>
  )
}
