import { t } from '../../electron/shared/messages/translate.ts'
import { automaticDayHeading } from '../../electron/shared/report/day-heading.ts'
import { dayHeadingStyles, type DayHeadingStyle, type Trip } from '../../electron/shared/trip.ts'
import { Choice } from '../components/choice.tsx'
import { Select } from '../components/select.tsx'
import { Switch } from '../components/switch.tsx'
import { useTrip } from '../state/open-trip.ts'
import { ReportSwitcher } from './report-switcher.tsx'
import './report-screen.css'

/** The pane that is shown if there is room for only one. */
export type ShownPane = 'arrange' | 'preview'

interface Props {
  trip: Trip
  shown: ShownPane
  onShow: (pane: ShownPane) => void
}

/** The bar above both panes: how the report is arranged. */
export function ReportBar({ trip, shown, onShow }: Props) {
  const editReport = useTrip((state) => state.editReport)
  const { report } = trip
  return (
    <div className="report-bar">
      <ReportSwitcher trip={trip} />
      <Choice
        label={t('report.arrangement')}
        hideLabel
        items={[
          { id: 'day', label: t('report.by-day') },
          { id: 'theme', label: t('report.by-theme') },
        ]}
        value={report.arrangement}
        onChange={(arrangement) =>
          editReport(
            { arrangement },
            { undoAs: t(arrangement === 'day' ? 'report.undo.arrange-by-day' : 'report.undo.arrange-by-theme') },
          )
        }
      />
      {report.arrangement === 'day' ? (
        <Select
          label={t('report.day-headings')}
          isBare
          className="report-bar-select"
          items={dayHeadingStyles.map((style) => ({ id: style, label: example(trip, style) }))}
          value={report.dayHeadings.style}
          onChange={(style) => editReport({ dayHeadings: { ...report.dayHeadings, style } })}
        />
      ) : (
        <Switch isSelected={report.numberedSections} onChange={(numberedSections) => editReport({ numberedSections })}>
          {t('report.numbered-sections')}
        </Switch>
      )}
      <div className="report-bar-panes">
        <Choice
          label={t('report.pane')}
          hideLabel
          items={[
            { id: 'arrange', label: t('report.arrange') },
            { id: 'preview', label: t('report.preview') },
          ]}
          value={shown}
          isDisabled={false}
          onChange={onShow}
        />
      </div>
    </div>
  )
}

/** The heading of the first day in a style, which also serves as the style's name. */
function example(trip: Trip, style: DayHeadingStyle): string {
  const dayHeadings = { ...trip.report.dayHeadings, style }
  return automaticDayHeading({ ...trip, report: { ...trip.report, dayHeadings } }, trip.firstDay)
}
