import { ChevronRight } from 'lucide-react'
import { useLayoutEffect, useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { formatDate } from '../../electron/shared/messages/format.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { type Report, type TalkStyle, talkStyles } from '../../electron/shared/trip.ts'
import { focusSoon } from '../components/focus-soon.ts'
import { Select } from '../components/select.tsx'
import { Switch } from '../components/switch.tsx'
import { DateField } from '../components/text-field.tsx'
import { TokenField } from '../components/token-field.tsx'
import { useTrip } from '../state/open-trip.ts'
import './meta-line.css'

const levels = ['1', '2', '3'] as const

/** Only imported reports have it. */
const withZero = ['0', ...levels] as const

const levelOf: Record<(typeof withZero)[number], Report['headingLevel']> = { '0': 0, '1': 1, '2': 2, '3': 3 }

/** The authors, the date and the tags of the post in one line, which opens to change them and the rarer settings. */
export function MetaLine() {
  const editReport = useTrip((state) => state.editReport)
  const report = useTrip(({ trip }) => trip?.report ?? null)
  const isWanted = useTrip((state) => state.lookedAt === 'date')
  const [isOpen, setOpen] = useState(false)
  if (isWanted && !isOpen) setOpen(true)
  useLayoutEffect(() => {
    if (!isWanted) return
    useTrip.getState().lookAt(null)
    focusSoon(() => document.querySelector<HTMLElement>('.meta-date input'))
  }, [isWanted])
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
          label={t('report.tags')}
          isBare
          placeholder={t('report.tags-none')}
          value={report.tags}
          onChange={(tags) => editReport({ tags })}
        />
        <div className="meta-date-row">
          <DateField
            className="meta-date"
            isBare
            label={t('report.published-on')}
            value={report.publishedOn ?? ''}
            onChange={(day) => editReport({ publishedOn: day === '' ? null : day })}
          />
          <Switch isSelected={report.published} onChange={(published) => editReport({ published })}>
            {t('report.published')}
          </Switch>
        </div>
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
      </DisclosurePanel>
    </Disclosure>
  )
}

function summaryOf({ authors, publishedOn, tags }: Report): string {
  const parts = [
    authors.length === 0 ? t('report.no-authors') : listOf(authors, 'unit'),
    publishedOn === null ? t('report.no-date') : formatDate(publishedOn),
    t('report.tag-count', { count: tags.length }),
  ]
  return parts.join(' · ')
}
