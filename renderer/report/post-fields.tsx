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
        label="Title"
        inputClassName="report-title"
        placeholder={trip.title}
        value={report.title}
        onChange={(title) => editReport({ title })}
      />
      <TokenField label="Authors" value={report.authors} onChange={(authors) => editReport({ authors })} />
      <TokenField label="Tags" value={report.tags} onChange={(tags) => editReport({ tags })} />
      <div className="report-date-row">
        <DateField
          className="report-date"
          label="Publication date"
          value={report.publishedOn ?? ''}
          onChange={(day) => editReport({ publishedOn: day === '' ? null : day })}
        />
        <Switch
          className="report-published"
          isSelected={report.published}
          onChange={(published) => editReport({ published })}
        >
          Published
        </Switch>
      </div>
      <TextArea
        label="Lead"
        grows
        description="What, where and when, before the first heading. Markdown."
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
        label="Closing heading"
        placeholder="No heading"
        value={closing.heading}
        onChange={(heading) => editReport({ closing: { ...closing, heading } })}
      />
      <TextArea
        label="Closing"
        grows
        description="Last remarks, thanks, the next edition. Markdown."
        value={closing.text}
        onChange={(text) => editReport({ closing: { ...closing, text } })}
      />
    </div>
  )
}
