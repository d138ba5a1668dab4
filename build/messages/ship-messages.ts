import compile from 'icu-minify/compile'
import { normalizePath, type Plugin } from 'vite'
import type { Entry } from './message-types.ts'

const PLACEHOLDER = '%MESSAGES AT START%'
const NO_COMPILER = '\0lanyard:no-message-compiler'

/**
 * Code names failures by their codes alone. The template that completes a code does not count as a use of any of them.
 */
const FAILURE = 'failure.'

type Compiled = Record<string, ReturnType<typeof compile>>

function compileAll(json: string): Compiled {
  const entries = JSON.parse(json) as Record<string, Entry>
  return Object.fromEntries(Object.entries(entries).map(([key, { message }]) => [key, compile(message)]))
}

/**
 * The messages that code uses: whole keys and codes of failures in quotes, and every key that starts like a template,
 * except those that the template is not used for.
 */
export function namedIn(
  code: string,
  messages: Compiled,
  isForLater: (key: string) => boolean = () => false,
): Compiled {
  const strings = new Set([...code.matchAll(/["'`]([a-z][\w.-]*\.[\w.-]+)["'`]/g)].map(([, name]) => name))
  const beginnings = [...code.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].flatMap(([, name]) => name ?? [])
  const isNamed = (key: string) =>
    strings.has(key) ||
    (key.startsWith(FAILURE) && strings.has(key.slice(FAILURE.length))) ||
    (!isForLater(key) && beginnings.some((beginning) => beginning !== FAILURE && key.startsWith(beginning)))
  return Object.fromEntries(Object.entries(messages).filter(([key]) => isNamed(key)))
}

/**
 * Compiles the message catalogues, so that no program parses messages, and leaves the compiler out.
 *
 * @param catalogue the absolute path of the English JSON file, for a page whose first file carries only the messages that
 *   it names itself; the others come in a file of their own. `null`: everything is needed at once
 * @param isForLater whether a message is only shown once all have been loaded, although the first file has a template
 *   that it starts like
 */
export function shipMessages(catalogue: string | null, isForLater?: (key: string) => boolean): Plugin {
  const folder = /\/electron\/shared\/messages\/[\w-]+\.json$/
  let english: Compiled = {}
  return {
    name: 'lanyard:messages',
    enforce: 'pre',
    resolveId: (source) => (source === 'icu-minify/compile' ? NO_COMPILER : null),
    load: (id) =>
      id === NO_COMPILER ? `export default () => { throw new Error('The build compiles every message.') }` : null,
    transform(code, id) {
      const path = normalizePath(id)
      if (folder.test(path)) {
        const compiled = compileAll(code)
        if (catalogue !== null && path === normalizePath(catalogue)) english = compiled
        // The parser of JSON is faster than that of programs.
        const text = JSON.stringify(JSON.stringify(compiled))
        return { code: `export default JSON.parse(${text})`, map: null, moduleType: 'js' }
      }
      if (catalogue === null || !path.endsWith('/shared/messages/english-at-start.ts')) return null
      return {
        code: `import { catalogueOf } from './catalogue.ts'
export const englishAtStart = /* @__PURE__ */ catalogueOf(JSON.parse(${JSON.stringify(PLACEHOLDER)}))`,
        map: null,
      }
    },
    renderChunk(code) {
      const place = code.search(/["'`]%MESSAGES AT START%["'`]/)
      if (place < 0) return null
      const json = JSON.stringify(JSON.stringify(namedIn(code, english, isForLater)))
      return { code: code.slice(0, place) + json + code.slice(place + PLACEHOLDER.length + 2), map: null }
    },
  }
}
