import {
  ArchiveRestore,
  CalendarArrowDown,
  CalendarPlus,
  CalendarSync,
  Copy,
  History,
  ListTodo,
  List,
  Package,
  Share,
  Star,
  SlidersHorizontal,
  Trash2,
  UsersRound,
} from 'lucide-react'
import { type TripTab, tripTabs } from '../../electron/shared/commands.ts'
import { withMessages } from '../../electron/shared/messages/translate.ts'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { captureElsewhere } from './capture-elsewhere.ts'
import type { CommandPart, CommandParts } from './command-part.ts'
import { partOnScreen, provideTripCommands } from './run-command.ts'
import { goToTrips, opens } from './window-commands.ts'

/** The trip on the screen, once it is loaded. */
function shownTrip() {
  const { place } = useApp.getState()
  const { trip } = useTrip.getState()
  return place.name === 'trip' && trip?.id === place.tripId ? trip : null
}

/** The address that the programme of the trip on the screen came from, if any; otherwise empty. */
function rememberedAddress(): string {
  const { programme, programmeOf } = useTrip.getState()
  return programmeOf === shownTrip()?.id ? (programme?.address ?? '') : ''
}

function goToTab(tab: TripTab): void {
  const { place, go } = useApp.getState()
  if (place.name !== 'trip') return
  if (tab !== 'journal') useTrip.getState().leaveEntry()
  go({ ...place, tab })
}

const tabCommands = Object.fromEntries(tripTabs.map((tab) => [tab, { run: () => goToTab(tab) }])) as Record<
  TripTab,
  CommandPart
>

/** Copies the report of the trip on the screen. */
const copies = (target: 'copy-markdown' | 'copy-rich-text'): CommandPart => ({
  icon: Copy,
  when: () => shownTrip() !== null,
  async run() {
    const trip = shownTrip()
    const { copyReport } = await withMessages(() => import('../exports/copy-report.ts'))
    if (trip) await copyReport(trip.id, target)
  },
})

/** Exchanges stars with a file. */
const stars = (way: 'importStars' | 'saveStars', icon: CommandPart['icon']): CommandPart => ({
  icon,
  when: () => shownTrip() !== null && useTrip.getState().programme !== null,
  async run() {
    const trip = shownTrip()
    const exchange = await withMessages(() => import('../state/exchange-stars.ts'))
    if (trip) await exchange[way](trip.id)
  },
})

export const tripCommands: CommandParts<'trip'> = {
  ...tabCommands,
  'all-entries': {
    icon: List,
    when: () => shownTrip() !== null,
    run() {
      goToTab('journal')
      useTrip.getState().showAll({})
    },
  },
  'import-programme': { icon: CalendarPlus, when: () => shownTrip() !== null, ...opens('import-programme') },
  'check-programme': {
    icon: CalendarSync,
    // Only a programme that came from an address can be asked for again.
    when: () => rememberedAddress() !== '',
    async run() {
      const { checkProgramme } = await withMessages(() => import('../state/programme-import.ts'))
      checkProgramme(rememberedAddress())
    },
  },
  'import-stars': stars('importStars', Star),
  'save-stars': stars('saveStars', CalendarArrowDown),
  export: { icon: Share, ...opens('export') },
  'copy-markdown': copies('copy-markdown'),
  'copy-rich-text': copies('copy-rich-text'),
  'save-copy': {
    icon: Package,
    when: () => shownTrip() !== null,
    async run() {
      const trip = shownTrip()
      const { saveCopy } = await withMessages(() => import('../archive/save-copy.ts'))
      if (trip) await saveCopy(trip)
    },
  },
  history: { icon: History, ...opens('history') },
  'trip-details': { icon: SlidersHorizontal, ...opens('trip-details') },
  people: { icon: UsersRound, ...opens('people') },
  'to-look-up': { icon: ListTodo, ...opens('to-look-up') },
  'deleted-entries': { icon: ArchiveRestore, ...opens('deleted-entries') },
  'delete-trip': {
    icon: Trash2,
    when: () => shownTrip() !== null,
    async run() {
      const trip = shownTrip()
      goToTrips()
      if (trip) await useLibrary.getState().deleteTrip(trip)
    },
  },
}

provideTripCommands({ ...tripCommands, ...captureElsewhere(partOnScreen) })
