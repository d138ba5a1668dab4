import { Facet } from '@codemirror/state'
import type { Failure } from '../../electron/shared/result.ts'
import type { Photo } from '../../electron/shared/trip.ts'
import type { FormatStatus } from './format-status.ts'
import type { LinkQuestion } from './link-command.ts'
import type { SpeakerQuestion } from './speaker-menu.tsx'

/** How an editor stores and shows pictures. */
export interface PictureStore {
  /** The address under which the page can show a picture. */
  address(photoId: string): string
  /** Stores a picture file in the trip. Resolves to `null` if that failed; the reason has then been shown. */
  add(name: string, data: Uint8Array<ArrayBuffer>): Promise<Photo | null>
  /** The picture on the card of the trip; missing where it cannot be chosen. */
  cover?: {
    isChosen(photoId: string): boolean
    /** Makes a picture the cover, or leaves the choice to the program again. */
    choose(photoId: string | null): void
  }
}

/**
 * What an editor needs from the screen around it. It is part of the editor's state, so that work that outlives a switch
 * of entries (a picture that is still being stored) reports to the entry that it was meant for.
 */
export interface EditorHost {
  /**
   * The text has changed. Called at most every 150 ms while the user types, and at once on leaving.
   *
   * @param byHistory whether all of it was undone or redone in the text's own history
   */
  changed(text: string, byHistory: boolean): void
  /** Shows the user that something could not be done. */
  showFailure(failure: Failure): void
  /** The user is done writing (Esc); `null` if there is nowhere to go. */
  leave: (() => void) | null
  pictures: PictureStore | null
  /** The people whose words a quote in this text may be. */
  speakers(): readonly string[]
  /** Asks which of them it is. */
  askSpeaker(question: SpeakerQuestion): void
  /** Asks for the address of a link. */
  askLink(question: LinkQuestion): void
  /** The number of words, some time after they changed. */
  counted(words: number): void
  /** The formatting at the cursor, some time after it moved. */
  status(status: FormatStatus): void
}

const nobody: EditorHost = {
  changed: () => undefined,
  showFailure: () => undefined,
  leave: null,
  pictures: null,
  speakers: () => [],
  askSpeaker: () => undefined,
  askLink: () => undefined,
  counted: () => undefined,
  status: () => undefined,
}

export const editorHost = Facet.define<EditorHost, EditorHost>({ combine: (hosts) => hosts[0] ?? nobody })
