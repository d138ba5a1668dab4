import { Check, ChevronDown } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import { reportIdOf, reportsOf } from '../../electron/shared/report/in-report.ts'
import { reportKindRows } from '../../electron/shared/report/report-kinds.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { Button } from '../components/button.tsx'
import { Menu, type MenuEntry } from '../components/menu.tsx'
import { useTrip } from '../state/open-trip.ts'
import { nameOf } from './change-reports.ts'
import { reportCommands } from './report-commands.ts'
import './report-screen.css'

const threadIds = ['copy-thread', 'save-thread', 'line'] as const
const ids = ['new-report', 'line', 'rename-report', 'duplicate-report', 'delete-report'] as const

/** The name of the report that is shown, which opens a menu of the trip's reports and what can be done with them. */
export function ReportSwitcher({ trip }: { trip: Trip }) {
  const viewReport = useTrip((state) => state.viewReport)
  const isThread = reportKindRows[trip.report.kind ?? 'blog'].network !== undefined
  const commands = useMenuEntries(reportCommands, isThread ? [...threadIds, ...ids] : ids, undefined)
  const shown = reportIdOf(trip)
  const reports = reportsOf(trip).map((report): MenuEntry => ({
    id: report.id,
    label: report.id === shown ? t('report.shown', { name: nameOf(report) }) : nameOf(report),
    icon: report.id === shown ? <Check aria-hidden /> : <span className="report-unchosen" />,
    onAction: () => viewReport(report.id),
  }))
  const label = t('report.switch', { name: nameOf(trip.report) })
  return (
    <Menu
      label={t('report.reports')}
      trigger={
        <Button kind="plain" className="report-switcher" aria-label={label}>
          <span className="report-switcher-name">{nameOf(trip.report)}</span>
          <ChevronDown aria-hidden />
        </Button>
      }
      items={[...reports, { id: 'line', separator: true }, ...commands]}
    />
  )
}
