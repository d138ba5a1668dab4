import { ChevronRight } from 'lucide-react'
import { useLayoutEffect, useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { formatDate } from '../../electron/shared/messages/format.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { isMetaPlace, type MetaPlace } from '../../electron/shared/report/post-places.ts'
import { entryTexts, isSlug, type Photo, type Report, type TalkStyle, talkStyles } from '../../electron/shared/trip.ts'
import { focusSoon } from '../components/focus-soon.ts'
import { Select } from '../components/select.tsx'
import { Switch } from '../components/switch.tsx'
import { DateField, TextField, TimeField } from '../components/text-field.tsx'
import { TokenField } from '../components/token-field.tsx'
import { useTrip } from '../state/open-trip.ts'
import { changeIncludesNew } from './report-changes.ts'
import './meta-line.css'

const levels = ['1', '2', '3'] as const

/** Only imported reports have it. */
const withZero = ['0', ...levels] as const

const levelOf: Record<(typeof withZero)[number], Report['headingLevel']> = { '0': 0, '1': 1, '2': 2, '3': 3 }

/** Where the fields are that a remark can lead to. */
const fieldOf: Record<MetaPlace, string> = {
  date: '.meta-date input',
  tags: '.meta-panel [data-field="tags"] input',
  description: '.meta-panel [data-field="description"] input',
}

/** The authors, the date and the tags of the post in one line, which opens to change them and the rarer settings. */
export function MetaLine() {
  const editReport = useTrip((state) => state.editReport)
  const report = useTrip(({ trip }) => trip?.report ?? null)
  const wanted = useTrip(({ lookedAt }) => (lookedAt !== null && isMetaPlace(lookedAt) ? lookedAt : null))
  const [isOpen, setOpen] = useState(false)
  if (wanted !== null && !isOpen) setOpen(true)
  useLayoutEffect(() => {
    if (wanted === null) return
    useTrip.getState().lookAt(null)
    focusSoon(() => document.querySelector<HTMLElement>(fieldOf[wanted]))
  }, [wanted])
  if (report === null) return null
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={2}>
        <Button slot="trigger" className="meta-button" aria-label={t('report.details', { details: summaryOf(report) })}>
          <ChevronRight aria-hidden />
          <span className="meta-summary">{summaryOf(report)}</span>
        </Button>
      </Heading>
      <DisclosurePanel className="meta-panel">
        <TokenField
          label={t('report.authors')}
          isBare
          placeholder={t('report.authors-none')}
          value={report.authors}
          onChange={(authors) => editReport({ authors })}
        />
        <TokenField
          mark="tags"
          label={t('report.tags')}
          isBare
          placeholder={t('report.tags-none')}
          value={report.tags}
          onChange={(tags) => editReport({ tags })}
        />
        <TokenField
          label={t('report.categories')}
          isBare
          placeholder={t('report.categories-none')}
          value={report.categories ?? []}
          onChange={(categories) => editReport({ categories })}
        />
        <TextField
          data-field="description"
          label={t('report.description')}
          spellCheck="true"
          isBare
          placeholder={t('report.description-none')}
          value={report.description ?? ''}
          onChange={(description) => editReport({ description })}
        />
        <div className="meta-date-row">
          <DateField
            className="meta-date"
            isBare
            label={t('report.published-on')}
            value={report.publishedOn ?? ''}
            onChange={(day) => editReport({ publishedOn: day === '' ? null : day })}
          />
          <TimeField
            isBare
            label={t('report.published-time')}
            value={(report.publishedTime ?? '').slice(0, 5)}
            onChange={(publishedTime) => editReport({ publishedTime })}
          />
          <Switch isSelected={report.published} onChange={(published) => editReport({ published })}>
            {t('report.published')}
          </Switch>
        </div>
        <SlugField slug={report.slug ?? ''} onChange={(slug) => editReport({ slug })} />
        <CoverField cover={report.cover ?? null} onChange={(cover) => editReport({ cover })} />
        <Select
          label={t('report.talks')}
          isBare
          items={talkStyles.map((style) => ({ id: style, label: t(`report.talk-style.${style}`) }))}
          value={report.talks}
          onChange={(talks: TalkStyle) => editReport({ talks })}
        />
        <Select
          label={t('report.heading-level')}
          isBare
          items={(report.headingLevel === 0 ? withZero : levels).map((level) => ({
            id: level,
            label: t(`report.heading-level.${level}`),
          }))}
          value={`${report.headingLevel}`}
          onChange={(level) => editReport({ headingLevel: levelOf[level] })}
        />
        <Switch isSelected={report.entryHeadings} onChange={(entryHeadings) => editReport({ entryHeadings })}>
          {t('report.entry-headings')}
        </Switch>
        <Select
          label={t('report.texts')}
          isBare
          items={entryTexts.map((id) => ({ id, label: t(`report.texts.${id}`) }))}
          value={report.texts ?? 'whole'}
          onChange={(texts) => editReport({ texts })}
        />
        <Switch isSelected={report.includesNew !== false} onChange={includeNew}>
          {t('report.includes-new')}
        </Switch>
      </DisclosurePanel>
    </Disclosure>
  )
}

function includeNew(includesNew: boolean): void {
  const { trip, editReport } = useTrip.getState()
  const undoAs = t(includesNew ? 'report.undo.include-new' : 'report.undo.leave-new-out')
  if (trip) editReport(changeIncludesNew(trip, includesNew), { undoAs })
}

/** A name that no address can have stays in the field, and is not saved. */
function SlugField({ slug, onChange }: { slug: string; onChange: (slug: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={t('report.slug')}
      isBare
      value={typed ?? slug}
      error={typed === null ? null : t('report.slug-invalid')}
      onChange={(text) => {
        const isValid = isSlug(text)
        setTyped(isValid ? null : text)
        if (isValid) onChange(text)
      }}
    />
  )
}

/** The picture that stands for the post in lists. */
function CoverField({ cover, onChange }: { cover: string | null; onChange: (cover: string | null) => void }) {
  const photos = useTrip(({ trip }) => trip?.photos ?? noPhotos)
  if (photos.length === 0) return null
  const items = photos.map((photo) => ({
    id: photo.id,
    label: photo.caption || photo.alt || photo.originalName || photo.file,
  }))
  return (
    <Select
      label={t('report.cover')}
      isBare
      items={[{ id: '', label: t('report.cover-none') }, ...items]}
      value={cover !== null && items.some(({ id }) => id === cover) ? cover : ''}
      onChange={(id) => onChange(id || null)}
    />
  )
}

const noPhotos: readonly Photo[] = []

function summaryOf({ authors, publishedOn, tags }: Report): string {
  const parts = [
    authors.length === 0 ? t('report.no-authors') : listOf(authors, 'unit'),
    publishedOn === null ? t('report.no-date') : formatDate(publishedOn),
    t('report.tag-count', { count: tags.length }),
  ]
  return parts.join(' · ')
}
