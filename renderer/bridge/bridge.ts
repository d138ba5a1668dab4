import type {
  Bridge,
  Channel,
  EventData,
  EventName,
  Input,
  Output,
  ShellBridge,
} from '../../electron/shared/contract/index.ts'
import { isPacked, type KnownState, unpack } from '../../electron/shared/contract/packed-answer.ts'
import { everyMessage } from '../../electron/shared/messages/translate.ts'
import { fail, type Result } from '../../electron/shared/result.ts'
import { createHttpBridge } from './http-bridge.ts'

declare global {
  interface Window {
    /** Provided by the preload script of the desktop shell; absent in the browser shell. */
    lanyard?: ShellBridge
  }
}

let http: Bridge | null = null

function connected(): ShellBridge {
  return window.lanyard ?? (http ??= createHttpBridge(window.location.origin))
}

/** The newest state of a trip with long lists. The shell is told which one it is, and answers with what has changed in it. */
let newest: KnownState | null = null

async function ask<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  try {
    const known = newest
    const answer = await connected().call(channel, input, known?.name)
    if (!isPacked(answer)) return answer
    const unpacked = unpack(answer, known)
    newest = unpacked.known ?? newest
    // The shell packed what is an answer.
    return unpacked.answer as Result<Output<C>>
  } catch (error) {
    return fail('shell.no-answer', { reason: error instanceof Error ? error.message : String(error) })
  }
}

/**
 * The only way from the page to the engine. A call never throws: a broken connection is a failure like any other, so
 * that no caller can forget it and no draft is lost.
 */
export const bridge: Bridge = {
  async call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
    const answer = await ask(channel, input)
    // Few failures have their words in the page's first file. Those that tell that the program has ended do.
    if (!answer.ok) await everyMessage().catch(() => {})
    return answer
  },
  on<E extends EventName>(event: E, callback: (data: EventData<E>) => void): () => void {
    return connected().on(event, callback)
  },
  photoAddress: (tripId, photoId) => connected().photoAddress(tripId, photoId),
}

/**
 * The nonce with which style elements made by libraries pass the content security policy. The shell writes it into the
 * page, where React Aria finds it; CodeMirror gets it through `EditorView.cspNonce`.
 */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  return meta?.nonce ?? meta?.content ?? ''
}
