import { ChevronRight } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { type Report, type TalkStyle, talkStyles, type Trip } from '../../electron/shared/trip.ts'
import { Select } from '../components/select.tsx'
import { Switch } from '../components/switch.tsx'
import { useTrip } from '../state/open-trip.ts'
import './report-screen.css'

const levels = ['1', '2', '3'] as const
/** Only imported reports have it. */
const withZero = ['0', ...levels] as const

const levelOf: Record<(typeof withZero)[number], Report['headingLevel']> = { '0': 0, '1': 1, '2': 2, '3': 3 }

/** Settings that are rarely changed. */
export function MoreSettings({ trip }: { trip: Trip }) {
  const editReport = useTrip((state) => state.editReport)
  const { report } = trip
  return (
    <Disclosure>
      <Heading level={3}>
        <Button slot="trigger" className="report-more-button">
          <ChevronRight aria-hidden />
          {t('report.more')}
        </Button>
      </Heading>
      <DisclosurePanel className="report-more-panel">
        <Select
          label={t('report.talks')}
          items={talkStyles.map((style) => ({ id: style, label: t(`report.talk-style.${style}`) }))}
          value={report.talks}
          onChange={(talks: TalkStyle) => editReport({ talks })}
        />
        <Switch isSelected={report.entryHeadings} onChange={(entryHeadings) => editReport({ entryHeadings })}>
          {t('report.entry-headings')}
        </Switch>
        <Select
          label={t('report.heading-level')}
          items={(report.headingLevel === 0 ? withZero : levels).map((level) => ({
            id: level,
            label: t(`report.heading-level.${level}`),
          }))}
          value={`${report.headingLevel}`}
          onChange={(level) => editReport({ headingLevel: levelOf[level] })}
        />
      </DisclosurePanel>
    </Disclosure>
  )
}
