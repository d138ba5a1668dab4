import { create } from 'zustand'
import { defaultTab, type TripTab } from '../../electron/shared/commands.ts'
import type { StartInfo } from '../../electron/shared/contract/app.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { defaultSettings } from '../../electron/shared/settings.ts'

export type Place =
  | { name: 'library' }
  | { name: 'trip'; tripId: string; tab: TripTab }
  /** A trip that cannot be opened, by the name of its folder in the library. */
  | { name: 'recovery'; folder: string }

/** The names of all dialogs. The table of dialogs, which knows their files, adds its names to this interface. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Dialogs {}

export type DialogId = keyof Dialogs

export interface ToastAction {
  label: string
  run: () => void
}

export interface Toast {
  id: number
  /** Plain ones go after a while; the others stay until they are dismissed. */
  tone: 'plain' | 'lasting' | 'failure'
  message: string
  action: ToastAction | null
}

export interface AppState {
  place: Place
  go: (place: Place) => void
  /** Opens a trip in the given view, or in the default one. */
  goToTrip: (tripId: string, tab?: TripTab) => void
  start: StartInfo
  /** Whether `start` has come from the shell, and is no longer the stand-in. */
  started: boolean
  setStart: (start: StartInfo) => void
  dialog: DialogId | null
  /** The trip that the dialog is about, if it is not the open one. */
  dialogTripId: string | null
  openDialog: (name: DialogId, tripId?: string) => void
  closeDialog: () => void
  toasts: readonly Toast[]
  /** Shows for a few seconds that something has happened, with one thing that can be done about it. */
  notify: (message: string, action?: ToastAction) => void
  /** The same for something that must not be missed: it stays until it is dismissed. */
  notifyLasting: (message: string, action?: ToastAction) => void
  /** Shows that something could not be done, until it is dismissed. */
  showFailure: (failure: Failure, action?: ToastAction) => void
  dismiss: (toastId: number) => void
}

const beforeTheStart: StartInfo = {
  shell: 'browser',
  version: '',
  settings: defaultSettings,
  library: '',
  exports: '',
  libraryIsFixed: false,
  readOnly: false,
  canChooseFolders: false,
  canRemind: false,
  canCapture: false,
  clockShift: null,
  place: null,
}

/** How many notices that stay are shown at once; older ones go. */
const MAX_TOASTS = 3

let lastToast = 0

/** The place that the window shows, what floats above it, and what the shell sent at the start. */
export const useApp = create<AppState>()((set, get) => {
  const show = (tone: Toast['tone'], message: string, action: ToastAction | undefined) => {
    const toast: Toast = { id: ++lastToast, tone, message, action: action ?? null }
    set(({ toasts }) => ({
      // Of those that only say what has just happened, the newest is enough: its Undo is the one that would be meant.
      toasts: [...toasts.filter((other) => other.message !== message && other.tone !== 'plain'), toast].slice(
        -MAX_TOASTS,
      ),
    }))
  }
  return {
    place: { name: 'library' },
    go: (place) => set({ place, dialog: null, dialogTripId: null }),
    goToTrip: (tripId, tab = defaultTab) => get().go({ name: 'trip', tripId, tab }),
    start: beforeTheStart,
    started: false,
    setStart: (start) => set({ start, started: true }),
    dialog: null,
    dialogTripId: null,
    openDialog: (dialog, tripId) => set({ dialog, dialogTripId: tripId ?? null }),
    closeDialog: () => set({ dialog: null, dialogTripId: null }),
    toasts: [],
    notify: (message, action) => show('plain', message, action),
    notifyLasting: (message, action) => show('lasting', message, action),
    showFailure: (failure, action) => show('failure', render(failure), action),
    dismiss: (toastId) => set(({ toasts }) => ({ toasts: toasts.filter(({ id }) => id !== toastId) })),
  }
})
