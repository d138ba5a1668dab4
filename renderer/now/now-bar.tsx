import { Clock } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { runCommand } from '../commands/run-command.ts'
import { shortcutProps } from '../components/shortcut.ts'
import { WithTooltip } from '../components/tooltip.tsx'
import { useTrip } from '../state/open-trip.ts'
import { formatBar } from './format-now.ts'
import { useNow } from './use-now.ts'
import './now-bar.css'

/** A line that says what is on and what is next, and leads to both. */
export function NowBar() {
  const now = useNow()
  const timeZone = useTrip(({ trip }) => trip?.timeZone ?? 'UTC')
  if (now === null) return null
  const words = formatBar(now, timeZone)
  return (
    <WithTooltip text={commandName('now')} keys={chordsOf('now')[0]}>
      <AriaButton
        {...shortcutProps(chordsOf('now')[0])}
        className="now-bar"
        aria-label={t('now.bar', { words })}
        onPress={() => void runCommand('now')}
      >
        <Clock aria-hidden />
        <span className="now-bar-words">{words}</span>
      </AriaButton>
    </WithTooltip>
  )
}
