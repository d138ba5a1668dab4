import { lazy, type ReactElement } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { type TripTab, tripTabs } from '../../electron/shared/commands.ts'
import type { PlainKey } from '../../electron/shared/messages/message.ts'
import { t, withMessages } from '../../electron/shared/messages/translate.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { runCommand } from '../commands/run-command.ts'
import { shortcutProps } from '../components/shortcut.ts'
import { WithTooltip } from '../components/tooltip.tsx'
import './tabs.css'

const NowScreen = lazy(async () => {
  const { NowScreen: screen } = await withMessages(() => import('../now/now-screen.tsx'))
  return { default: screen }
})
const JournalScreen = lazy(async () => {
  const { JournalScreen: screen } = await withMessages(() => import('../journal/journal-screen.tsx'))
  return { default: screen }
})
const ProgrammeScreen = lazy(async () => {
  const { ProgrammeScreen: screen } = await withMessages(() => import('../programme/programme-screen.tsx'))
  return { default: screen }
})
const ReportScreen = lazy(async () => {
  const { ReportScreen: screen } = await withMessages(() => import('../report/report-screen.tsx'))
  return { default: screen }
})

interface Tab {
  /** The sentence shown if it fails. */
  failed: PlainKey
  screen: ReactElement
}

/** The views of a trip, rendered inside a `Suspense`. Their names and keys are those of the commands that open them. */
export const tabs: Readonly<Record<TripTab, Tab>> = {
  now: { failed: 'frame.failed.now', screen: <NowScreen /> },
  journal: { failed: 'frame.failed.journal', screen: <JournalScreen /> },
  programme: { failed: 'frame.failed.programme', screen: <ProgrammeScreen /> },
  report: { failed: 'frame.failed.report', screen: <ReportScreen /> },
}

/**
 * Links to the views of a trip. They are navigation rather than tab panels: the current one is marked, as in a table of
 * contents.
 */
export function Tabs({ current }: { current: TripTab }) {
  return (
    <nav className="trip-tabs" aria-label={t('frame.places')}>
      {tripTabs.map((tab) => (
        <WithTooltip key={tab} text={commandName(tab)} keys={chordsOf(tab)[0]}>
          <AriaButton
            {...shortcutProps(chordsOf(tab)[0])}
            className="trip-tab"
            aria-current={tab === current ? 'page' : undefined}
            onPress={() => void runCommand(tab)}
          >
            {commandName(tab)}
          </AriaButton>
        </WithTooltip>
      ))}
    </nav>
  )
}
