import { Button as AriaButton } from 'react-aria-components'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { runCommand } from '../commands/run-command.ts'
import { shownTogether } from '../components/keys.ts'
import { BackupMark } from '../status/backup-mark.tsx'
import { SaveState } from '../status/save-state.tsx'
import { sayCount } from '../format/trips.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import '../components/bar.css'
import './trip-foot.css'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** What others have done to the trip: said quietly, for all of it is safe. */
function FromElsewhere() {
  const changedAt = useTrip((state) => state.changedElsewhereAt)
  // The others are offered above the page.
  const lost = useTrip((state) => state.copies.filter(({ holds }) => holds === null).length)
  const openDialog = useApp((state) => state.openDialog)
  return (
    <>
      {lost > 0 && (
        <AriaButton className="foot-button foot-attention" onPress={() => openDialog('copies')}>
          {sayCount(lost, 'copy', 'copies')} from elsewhere, not readable here
        </AriaButton>
      )}
      {changedAt !== null && (
        <span className="foot-note">Changes from elsewhere taken over at {clock.format(new Date(changedAt))}</span>
      )}
    </>
  )
}

/** Below every place of a trip: what has become of the text, always in the same corner. */
export function TripFoot() {
  return (
    <footer className="trip-foot" aria-label="State of the text">
      <AriaButton className="foot-button trip-keys" onPress={() => void runCommand('keys')}>
        {commandName('keys')} <kbd>{shownTogether(chordsOf('keys'))}</kbd>
      </AriaButton>
      <span className="bar-space" />
      <FromElsewhere />
      <BackupMark />
      <SaveState />
    </footer>
  )
}
