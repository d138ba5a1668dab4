import {
  ArrowDown,
  CircleCheck,
  CircleSlash,
  Columns3,
  EyeOff,
  LogOut,
  MapPin,
  MessageSquare,
  MonitorPlay,
  PenLine,
  Pencil,
  Plus,
  Search,
  Star,
  CircleQuestionMark,
  Trash2,
} from 'lucide-react'
import { useMemo } from 'react'
import type { CommandsIn } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { nextInRoom } from '../../electron/shared/programme/clashes.ts'
import type { Attendance, Session, Star as StarKind } from '../../electron/shared/programme.ts'
import { bridge } from '../bridge/bridge.ts'
import type { CommandPart, CommandParts } from '../commands/command-part.ts'
import { useCommands } from '../commands/listen-to-keys.ts'
import { useApp } from '../state/app-state.ts'
import { writeAboutSession } from '../state/go-to-session.ts'
import { useTrip } from '../state/open-trip.ts'
import { openOwnSession } from './own-session-state.ts'
import { hideRoom, hideTrack, removeOwnSession, toggleAttendance, toggleStar } from './plan-edits.ts'
import type { Sessions } from './use-sessions.ts'

/** What the commands need from the screen. The functions keep their identity, and return what is there now. */
export interface ProgrammeParts {
  sessions: () => Sessions
  /** Leads the focus to a session. */
  go: (sessionId: string) => void
  find: () => void
  toggleGrid: () => void
  /** Does something after which the chosen session may be gone, and keeps the focus at its place. */
  keepPlace: (act: () => Promise<void>) => Promise<void>
}

/** The commands for a session, in the order of its menu. */
export const sessionMenuIds = [
  'write-about',
  'line',
  'star-go',
  'star-maybe',
  'star-later',
  'line',
  'attended',
  'left-early',
  'missed',
  'line',
  'next-in-room',
  'show-room',
  'give-feedback',
  'line',
  'hide-room',
  'hide-track',
  'line',
  'add-session',
  'edit-session',
  'remove-session',
] as const satisfies readonly (CommandsIn<'programme'> | 'line')[]

/** The commands of the Programme, available with their keys as long as it is on the screen. */
export function useProgrammeCommands(parts: ProgrammeParts): CommandParts<'programme'> {
  const { sessions, go, find, toggleGrid, keepPlace } = parts
  const commands = useMemo<CommandParts<'programme'>>(() => {
    const chosen = () => sessions().byId.get(useTrip.getState().sessionId ?? '') ?? null
    const chosenSession = () => chosen()?.session ?? null
    const isOwn = (session: Session | null) => session !== null && session.source === ''
    const withChosen =
      (act: (session: Session) => unknown): CommandPart['run'] =>
      () => {
        const session = chosenSession()
        if (session !== null) void act(session)
      }
    const isAny = () => chosenSession() !== null
    const markOf = (session: Session | null) => sessions().plan.marks[session?.id ?? '']
    const stars = (star: StarKind, icon: CommandPart['icon']): CommandPart => ({
      icon,
      name: () => t('programme.star-command', { star, isOn: markOf(chosenSession())?.star === star ? 'yes' : 'other' }),
      when: isAny,
      run: withChosen((session) => toggleStar(session, star)),
    })
    const attends = (attendance: Attendance, icon: CommandPart['icon']): CommandPart => ({
      icon,
      when: isAny,
      run: withChosen((session) => toggleAttendance(session, attendance)),
    })
    const next = () => {
      const indexed = chosen()
      return indexed === null ? null : nextInRoom(sessions().all, indexed)
    }
    const isRoomHidden = (room: string) => sessions().plan.hiddenRooms[room]?.value === true
    const isTrackHidden = (track: string) => sessions().plan.hiddenTracks[track]?.value === true
    return {
      'write-about': {
        icon: PenLine,
        when: isAny,
        run: withChosen(({ id }) => writeAboutSession(id)),
      },
      'star-go': stars('go', Star),
      'star-maybe': stars('maybe', CircleQuestionMark),
      'star-later': stars('later', MonitorPlay),
      attended: attends('attended', CircleCheck),
      'left-early': attends('left-early', LogOut),
      missed: attends('missed', CircleSlash),
      'next-in-room': {
        icon: ArrowDown,
        when: () => next() !== null,
        run() {
          const found = next()
          if (found !== null) go(found.session.id)
        },
      },
      'show-room': {
        icon: MapPin,
        when: () => (chosenSession()?.room ?? '') !== '',
        run: () => useApp.getState().openDialog('floor-plan'),
      },
      'give-feedback': {
        icon: MessageSquare,
        when: () => (chosenSession()?.feedbackUrl ?? '') !== '',
        run: withChosen(async ({ feedbackUrl }) => {
          const answer = await bridge.call('links.open', { url: feedbackUrl })
          if (!answer.ok) useApp.getState().showFailure(answer.error)
        }),
      },
      'hide-room': {
        icon: EyeOff,
        name: () => {
          const room = chosenSession()?.room ?? ''
          return t('programme.hide-room', { room, isHidden: isRoomHidden(room) ? 'yes' : 'other' })
        },
        when: () => (chosenSession()?.room ?? '') !== '',
        run: withChosen(({ room }) => keepPlace(() => hideRoom(room, !isRoomHidden(room)))),
      },
      'hide-track': {
        icon: EyeOff,
        name: () => {
          const track = chosenSession()?.track ?? ''
          return t('programme.hide-track', { track, isHidden: isTrackHidden(track) ? 'yes' : 'other' })
        },
        when: () => (chosenSession()?.track ?? '') !== '',
        run: withChosen(({ track }) => keepPlace(() => hideTrack(track, !isTrackHidden(track)))),
      },
      'add-session': { icon: Plus, run: () => openOwnSession(null) },
      'edit-session': {
        icon: Pencil,
        when: () => isOwn(chosenSession()),
        run: withChosen(openOwnSession),
      },
      'remove-session': {
        icon: Trash2,
        when: () => isOwn(chosenSession()),
        run: withChosen((session) => keepPlace(() => removeOwnSession(session))),
      },
      'find-session': { icon: Search, run: find },
      'toggle-grid': { icon: Columns3, run: toggleGrid },
    }
  }, [sessions, go, find, toggleGrid, keepPlace])
  useCommands('programme', commands)
  return commands
}
