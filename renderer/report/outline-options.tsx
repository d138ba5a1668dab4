import { useState } from 'react'
import { entryTitle } from '../../electron/shared/entries/entry-name.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { type Entry, type ReportEntry, type TalkStyle, talkStyles } from '../../electron/shared/trip.ts'
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

const talkChoices = ['default', ...talkStyles] as const
const headingChoices = ['automatic', 'none', 'own'] as const
const textChoices = ['whole', 'excerpt'] as const

/** How one entry appears in the report. */
export function OutlineOptions({ entry, record, actions }: Props) {
  const change = (changes: Partial<ReportEntry>) => actions.changeRecord(entry.id, changes)
  if (entry.private) {
    return (
      <div className="outline-options">
        <p className="quiet">{t('report.private-note')}</p>
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
            label={t('report.talk')}
            isBare
            items={talkChoices.map((style) => ({ id: style, label: t(`report.talk-style.${style}`) }))}
            value={record.talk ?? 'default'}
            onChange={(style: TalkStyle | 'default') => change({ talk: style === 'default' ? null : style })}
          />
        )}
        <Select
          label={t('report.text')}
          isBare
          items={textChoices.map((choice) => ({ id: choice, label: t(`report.text.${choice}`) }))}
          value={record.excerpt === null ? 'whole' : 'excerpt'}
          onChange={(choice) => change({ excerpt: choice === 'whole' ? null : firstParagraph(entry.text) })}
        />
      </div>
      {record.excerpt !== null && (
        <TextArea
          label={t('report.excerpt')}
          grows
          description={t('report.excerpt-note')}
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
 * The heading of one entry. A custom heading starts as the entry's title, not as the substitute that lists show. While
 * its field is empty, it stays open and does not switch to "None".
 */
function HeadingSelect({ entry, record, onChange }: HeadingSelectProps) {
  const [isWriting, setWriting] = useState(false)
  const choice = record.heading === null ? 'automatic' : record.heading === '' && !isWriting ? 'none' : 'own'
  return (
    <>
      <Select
        label={t('report.heading')}
        isBare
        items={headingChoices.map((name) => ({ id: name, label: t(`report.heading.${name}`) }))}
        value={choice}
        onChange={(next) => {
          setWriting(next === 'own')
          onChange(next === 'automatic' ? null : next === 'none' ? '' : entryTitle(entry))
        }}
      />
      {choice === 'own' && (
        <TextField
          label={t('report.own-heading')}
          spellCheck="true"
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
      {t('command.open-in-journal')}
    </Button>
  )
}

function firstParagraph(text: string): string {
  return text.trim().split(/\n\s*\n/, 1)[0] ?? ''
}
