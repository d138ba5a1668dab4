import { useState } from 'react'
import { entryTitle } from '../../electron/shared/entries/entry-name.ts'
import type { Entry, ReportEntry, TalkStyle } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { Select } from '../components/select.tsx'
import { TextArea, TextField } from '../components/text-field.tsx'
import type { OutlineActions } from './outline-actions.ts'
import '../components/field.css'
import './outline.css'

interface Props {
  entry: Entry
  record: ReportEntry
  actions: OutlineActions
}

const talkStyles = [
  { id: 'default', label: 'As the report says' },
  { id: 'heading', label: 'As a heading' },
  { id: 'sentence', label: 'As a sentence' },
  { id: 'none', label: 'Not at all' },
] as const

/** How one entry appears in the report. */
export function OutlineOptions({ entry, record, actions }: Props) {
  const change = (changes: Partial<ReportEntry>) => actions.changeRecord(entry.id, changes)
  if (entry.private) {
    return (
      <div className="outline-options">
        <p className="quiet">
          This entry is private, so no export has it, whatever the report says. You can change that in the journal.
        </p>
        <JournalButton entry={entry} actions={actions} />
      </div>
    )
  }
  return (
    <div className="outline-options">
      <div className="field-row">
        <HeadingSelect entry={entry} record={record} onChange={(heading) => change({ heading })} />
        {entry.kind === 'talk' && (
          <Select
            label="Title, speakers and links"
            items={talkStyles}
            value={record.talk ?? 'default'}
            onChange={(style: TalkStyle | 'default') => change({ talk: style === 'default' ? null : style })}
          />
        )}
        <Select
          label="Text"
          items={[
            { id: 'whole', label: 'The whole text' },
            { id: 'excerpt', label: 'An excerpt' },
          ]}
          value={record.excerpt === null ? 'whole' : 'excerpt'}
          onChange={(choice) => change({ excerpt: choice === 'whole' ? null : firstParagraph(entry.text) })}
        />
      </div>
      {record.excerpt !== null && (
        <TextArea
          label="Excerpt"
          grows
          description="Stands in the report in place of the text. The journal stays as it is."
          value={record.excerpt}
          onChange={(excerpt) => change({ excerpt })}
        />
      )}
      <JournalButton entry={entry} actions={actions} />
    </div>
  )
}

interface HeadingSelectProps {
  entry: Entry
  record: ReportEntry
  onChange: (heading: string | null) => void
}

/**
 * The heading of one entry. A heading of its own begins as the entry's title, and not as the stand-in that lists show.
 * While the field for it is empty it stays open and does not switch to "None".
 */
function HeadingSelect({ entry, record, onChange }: HeadingSelectProps) {
  const [isWriting, setWriting] = useState(false)
  const choice = record.heading === null ? 'automatic' : record.heading === '' && !isWriting ? 'none' : 'own'
  return (
    <>
      <Select
        label="Heading"
        items={[
          { id: 'automatic', label: 'Automatic' },
          { id: 'none', label: 'None' },
          { id: 'own', label: 'Own text' },
        ]}
        value={choice}
        onChange={(next) => {
          setWriting(next === 'own')
          onChange(next === 'automatic' ? null : next === 'none' ? '' : entryTitle(entry))
        }}
      />
      {choice === 'own' && (
        <TextField
          label="Own heading"
          value={record.heading ?? ''}
          onChange={onChange}
          onFocus={() => setWriting(true)}
          onBlur={() => setWriting(false)}
        />
      )}
    </>
  )
}

function JournalButton({ entry, actions }: Pick<Props, 'entry' | 'actions'>) {
  return (
    <Button kind="plain" className="outline-options-journal" onPress={() => actions.openInJournal(entry.id)}>
      Open in the journal
    </Button>
  )
}

function firstParagraph(text: string): string {
  return text.trim().split(/\n\s*\n/, 1)[0] ?? ''
}
