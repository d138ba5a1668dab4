import { loadEngine } from './load-engine.ts'
import type { Attack } from './row.ts'

/** An attack that `npm run attack` makes. */
export interface NamedAttack {
  /** What it does, for the list of attacks. */
  does: string
  /** Number of inputs if the command does not say how many. */
  small: number
  /** Loaded when needed: attacks on the window look for a screen as soon as they are loaded. */
  load: () => Promise<Attack>
}

/** Loads an attack on the engine, which runs in this process. */
const onEngine = (load: () => Promise<Attack>) => async () => {
  await loadEngine()
  return await load()
}

/** All attacks, by the name of their option. */
export const attacks: Record<string, NamedAttack> = {
  calls: {
    does: 'random payloads for all channels of the contract',
    small: 2000,
    load: onEngine(async () => (await import('./calls.ts')).attackCalls),
  },
  addresses: {
    does: 'addresses of pictures and of the page that lead elsewhere, in the window and in the browser shell',
    small: 500,
    load: onEngine(async () => (await import('./addresses.ts')).attackAddresses),
  },
  'window-addresses': {
    does: 'the same addresses, as Chromium reads them, in the real program',
    small: 500,
    load: async () => (await import('./window-addresses.ts')).attackWindowAddresses,
  },
  bombs: {
    does: 'reports that are very large, deep or hard to read',
    small: 12,
    load: onEngine(async () => (await import('./import-bombs.ts')).attackWithBombs),
  },
  programmes: {
    does: 'programmes that are very large, deep or hard to read',
    small: 12,
    load: onEngine(async () => (await import('./import-programmes.ts')).attackWithProgrammes),
  },
  archives: {
    does: 'exported trips with paths, links, bombs and lies in them',
    small: 120,
    load: onEngine(async () => (await import('./archives.ts')).attackWithArchives),
  },
  pictures: {
    does: 'pictures with positions, names and serial numbers in them, exported in every way',
    small: 20,
    load: onEngine(async () => (await import('./pictures.ts')).attackPictures),
  },
  'engine-texts': {
    does: 'pathological Markdown in all places of the engine',
    small: 12,
    load: onEngine(async () => (await import('./engine-texts.ts')).attackWithTexts),
  },
  'command-line-texts': {
    does: 'pathological Markdown in all commands of the command line',
    small: 4,
    load: async () => (await import('./command-line-texts.ts')).attackCommandLine,
  },
  policy: {
    does: 'hostile HTML past all sanitising, against the content security policy alone',
    small: 60,
    load: async () => (await import('./policy-alone.ts')).attackPolicy,
  },
  window: {
    does: 'hostile texts imported, opened, pasted, dropped, shown and exported in the real program',
    small: 24,
    load: async () => (await import('./window-texts.ts')).attackWindow,
  },
  exported: {
    does: 'exported pages with hostile texts, opened in Chromium',
    small: 40,
    load: async () => (await import('./exported-pages.ts')).attackExportedPages,
  },
  links: {
    does: 'dangerous addresses in disguise: in calls, and in links that are clicked or exported',
    small: 400,
    load: async () => (await import('./links.ts')).attackLinks,
  },
  callers: {
    does: 'calls from other pages, frames and windows, and from those that disappear during the call',
    small: 170,
    load: async () => (await import('./foreign-callers.ts')).attackChannels,
  },
  'window-texts': {
    does: 'pathological Markdown opened, changed, pasted and shown in the window',
    small: 4,
    load: async () => (await import('./window-shapes.ts')).attackWindowWithTexts,
  },
}
