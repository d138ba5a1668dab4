import { t } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { Switch } from '../components/switch.tsx'
import { DateField, TextArea, TextField } from '../components/text-field.tsx'
import { TokenField } from '../components/token-field.tsx'
import { useTrip } from '../state/open-trip.ts'
import './report-screen.css'

/** The title, authors, tags and lead of the post. */
export function PostFields({ trip }: { trip: Trip }) {
  const editReport = useTrip((state) => state.editReport)
  const { report } = trip
  return (
    <div className="report-fields">
      <TextField
        label={t('report.title')}
        inputClassName="report-title"
        placeholder={trip.title}
        value={report.title}
        onChange={(title) => editReport({ title })}
      />
      <TokenField label={t('report.authors')} value={report.authors} onChange={(authors) => editReport({ authors })} />
      <TokenField label={t('report.tags')} value={report.tags} onChange={(tags) => editReport({ tags })} />
      <div className="report-date-row">
        <DateField
          className="report-date"
          label={t('report.published-on')}
          value={report.publishedOn ?? ''}
          onChange={(day) => editReport({ publishedOn: day === '' ? null : day })}
        />
        <Switch
          className="report-published"
          isSelected={report.published}
          onChange={(published) => editReport({ published })}
        >
          {t('report.published')}
        </Switch>
      </div>
      <TextArea
        label={t('report.lead')}
        grows
        description={t('report.lead-note')}
        value={report.lead}
        onChange={(lead) => editReport({ lead })}
      />
    </div>
  )
}

/** The closing of the post. */
export function ClosingFields({ trip }: { trip: Trip }) {
  const editReport = useTrip((state) => state.editReport)
  const { closing } = trip.report
  return (
    <div className="report-fields">
      <TextField
        label={t('report.closing-heading')}
        placeholder={t('report.no-heading')}
        value={closing.heading}
        onChange={(heading) => editReport({ closing: { ...closing, heading } })}
      />
      <TextArea
        label={t('report.closing')}
        grows
        description={t('report.closing-note')}
        value={closing.text}
        onChange={(text) => editReport({ closing: { ...closing, text } })}
      />
    </div>
  )
}
