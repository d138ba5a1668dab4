import type { DraftEntry } from '../../electron/shared/import-draft.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { type EntryKind, entryKinds, type SessionKind, sessionKinds } from '../../electron/shared/trip.ts'
import { Choice } from '../components/choice.tsx'
import { Select } from '../components/select.tsx'
import { TextField, TimeField } from '../components/text-field.tsx'
import { TokenField } from '../components/token-field.tsx'
import { choicesOfDay, dayInReview, refOf, type Review } from './review.ts'
import { formatReviewDay } from './review-list.tsx'
import './review.css'

interface Props {
  review: Review
  selected: readonly number[]
  /** @param place the field in which it was typed; `null` for a choice */
  onChange: (changes: Partial<DraftEntry>, place: string | null) => void
}

/** What the selected entries are, to be corrected. */
export function ReviewDetails({ review, selected, onChange }: Props) {
  const [index = -1] = selected
  const entry = review.entries[index]
  if (entry === undefined) return null
  const isOne = selected.length === 1
  const kinds = new Set(selected.map((one) => review.entries[one]?.kind))
  const day = dayInReview(review, entry)
  return (
    <div className="review-details">
      {!isOne && <p className="quiet">{t('import.review.selected', { count: selected.length })}</p>}
      <Choice
        label={t('import.review.kind')}
        hideLabel
        items={entryKinds.map((kind) => ({ id: kind, label: t(`entry.kind.${kind}`) }))}
        value={kinds.size === 1 ? entry.kind : 'mixed'}
        onChange={(kind: EntryKind | 'mixed') => kind !== 'mixed' && onChange({ kind }, null)}
      />
      {isOne && <OwnFields key={index} entry={entry} index={index} onChange={onChange} />}
      <Select
        label={t('import.review.day')}
        items={choicesOfDay(review, day).map((one) => ({ id: one, label: formatReviewDay(one) }))}
        value={day}
        onChange={(chosen) => onChange({ day: refOf(chosen) }, null)}
      />
      {isOne && entry.beginning !== '' && <p className="review-beginning">{entry.beginning}</p>}
    </div>
  )
}

interface OwnFieldsProps {
  entry: DraftEntry
  index: number
  onChange: Props['onChange']
}

function OwnFields({ entry, index, onChange }: OwnFieldsProps) {
  const { kind, title, speakers, session, start, end } = entry
  const typed = (name: string) => `${index} ${name}`
  return (
    <>
      <TextField
        label={kind === 'encounter' ? t('entry.field.who') : t('entry.field.title')}
        value={title}
        onChange={(value) => onChange({ title: value }, typed('title'))}
      />
      {kind === 'talk' && (
        <>
          <TokenField
            label={t('entry.field.speakers')}
            placeholder={t('import.review.speakers')}
            value={speakers.map(({ name }) => name)}
            onChange={(names) => {
              const known = new Map(speakers.map((speaker) => [speaker.name, speaker]))
              const changed = names.map((name) => known.get(name) ?? { name, role: '', affiliation: '' })
              onChange({ speakers: changed }, null)
            }}
          />
          <Select
            label={t('entry.field.session')}
            items={sessionKinds.map((one) => ({ id: one, label: t(`entry.session.${one}`) }))}
            value={session}
            onChange={(chosen: SessionKind) => onChange({ session: chosen }, null)}
          />
        </>
      )}
      <div className="review-times">
        <TimeField
          label={t('import.review.start')}
          value={start ?? ''}
          onChange={(value) =>
            onChange({ start: value === '' ? null : value, ...(value === '' && { end: null }) }, null)
          }
        />
        {kind === 'talk' && (
          <TimeField
            label={t('import.review.end')}
            value={end ?? ''}
            isDisabled={start === null}
            onChange={(value) => onChange({ end: value === '' ? null : value }, null)}
          />
        )}
      </div>
    </>
  )
}
