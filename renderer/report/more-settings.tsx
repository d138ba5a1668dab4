import { ChevronRight } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Report, TalkStyle, Trip } from '../../electron/shared/trip.ts'
import { Select } from '../components/select.tsx'
import { Switch } from '../components/switch.tsx'
import { useTrip } from '../state/open-trip.ts'
import './report-screen.css'

const talkStyles = [
  { id: 'heading', label: 'As a heading' },
  { id: 'sentence', label: 'As a sentence' },
  { id: 'none', label: 'Not at all' },
] as const

const levels = [
  { id: '1', label: '1, like the title' },
  { id: '2', label: '2, below the title' },
  { id: '3', label: '3' },
] as const

const levelOf: Record<'1' | '2' | '3', Report['headingLevel']> = { '1': 1, '2': 2, '3': 3 }

/** Settings that are rarely changed. */
export function MoreSettings({ trip }: { trip: Trip }) {
  const editReport = useTrip((state) => state.editReport)
  const { report } = trip
  return (
    <Disclosure>
      <Heading level={3}>
        <Button slot="trigger" className="report-more-button">
          <ChevronRight aria-hidden />
          More
        </Button>
      </Heading>
      <DisclosurePanel className="report-more-panel">
        <Select
          label="Title, speakers and links of talks"
          items={talkStyles}
          value={report.talks}
          onChange={(talks: TalkStyle) => editReport({ talks })}
        />
        <Switch isSelected={report.entryHeadings} onChange={(entryHeadings) => editReport({ entryHeadings })}>
          Notes and people have their titles as headings
        </Switch>
        <Select
          label="Level of section and day headings"
          items={levels}
          value={`${report.headingLevel}`}
          onChange={(level) => editReport({ headingLevel: levelOf[level] })}
        />
      </DisclosurePanel>
    </Disclosure>
  )
}
