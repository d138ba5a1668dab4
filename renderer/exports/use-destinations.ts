import { useState } from 'react'
import type { Destination } from '../../electron/shared/destinations.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { focusSoon } from '../components/focus-soon.ts'
import { type DestinationDraft, draftOf, newDraft, readDraft } from './destination-draft.ts'
import type { UsedExport } from './use-export.ts'

/** Adding, changing and removing destinations. */
export interface UsedDestinations {
  /** The one that is being entered; `null` for none. */
  draft: DestinationDraft | null
  /** Why it could not be saved, or no folder chosen. */
  failure: Failure | null
  /** Asks for the folder of a new destination. */
  begin: () => Promise<void>
  edit: (destination: Destination) => void
  change: (draft: DestinationDraft) => void
  chooseFolder: () => Promise<void>
  isReady: boolean
  save: () => Promise<void>
  remove: (destination: Destination) => Promise<void>
  stop: () => void
}

const chosenTarget = () => document.querySelector<HTMLElement>('.export-target[data-selected] input')

export function useDestinations({ offer, offerDestinations }: UsedExport): UsedDestinations {
  const [draft, setDraft] = useState<DestinationDraft | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const targets = offer?.targets ?? []
  const read = draft && readDraft(draft, targets)

  const askForFolder = async (startAt: string | null) => {
    const answer = await bridge.call('destinations.chooseFolder', { startAt })
    setFailure(answer.ok ? null : answer.error)
    return answer.ok ? answer.value : null
  }
  const open = (next: DestinationDraft | null) => {
    setFailure(null)
    setDraft(next)
    if (next === null) focusSoon(chosenTarget)
  }

  return {
    draft,
    failure,
    async begin() {
      const found = await askForFolder(null)
      if (found !== null) open(newDraft(found, targets))
    },
    edit: (destination) => open(draftOf(destination, targets)),
    change: setDraft,
    async chooseFolder() {
      if (draft === null) return
      const found = await askForFolder(draft.isNew ? null : draft.id)
      if (found !== null) setDraft({ ...draft, folder: found.folder })
    },
    isReady: read !== null,
    async save() {
      if (read === null) return
      const saved = await bridge.call('destinations.save', { destination: read })
      if (!saved.ok) return setFailure(saved.error)
      offerDestinations(saved.value, read)
      open(null)
    },
    async remove(destination) {
      const left = await bridge.call('destinations.remove', { destinationId: destination.id })
      if (!left.ok) return setFailure(left.error)
      offerDestinations(left.value, null)
      focusSoon(chosenTarget)
    },
    stop: () => open(null),
  }
}
