import type { ScrubbedError } from './problem.ts'

/** Known names of errors. Any other name may contain anything. */
const names: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'EvalError',
  'URIError',
  'AggregateError',
  'ZodError',
  'AbortError',
  'DataCloneError',
  'InvalidStateError',
  'NetworkError',
  'NotAllowedError',
  'NotFoundError',
  'NotSupportedError',
  'QuotaExceededError',
  'SecurityError',
  'TimeoutError',
])

/** Node's names for the system calls that Lanyard uses. */
const calls: ReadonlySet<string> = new Set(
  (
    'access chmod close connect copyfile fstat fsync ftruncate futime link listen lstat mkdir open opendir read ' +
    'readlink realpath rename rmdir scandir spawn stat symlink unlink utime watch write'
  ).split(' '),
)

/**
 * Fixed sentences of the runtime. Only the part that an expression matches is kept of a message: around it are names of
 * properties, values and paths, which can be anything.
 */
const sayings: readonly RegExp[] = [
  /^Cannot (?:read|set) properties of (?:undefined|null)/,
  /^Cannot convert undefined or null to object/,
  /^Cannot access (?=\S+ before initialization$)/,
  /is not (?:a function|iterable|a constructor|defined)$/,
  /is not (?:a function|iterable)(?= or its return value is not iterable$)/,
  /^Maximum call stack size exceeded$/,
  /^Maximum update depth exceeded/,
  /^Invalid (?:array length|string length|time value|date)/,
  /^Assignment to constant variable/,
  /^Unexpected (?:token|end of JSON input|end of input)/,
  /^Converting circular structure to JSON/,
  /^Reduce of empty array with no initial value$/,
  /^Array buffer allocation failed$/,
  /^Object has been destroyed$/,
  /^Render frame was disposed/,
  /^Failed to fetch dynamically imported module/,
  /^ResizeObserver loop/,
  /^Minified React error #\d{1,4}/,
  /^Not handled(?=: )/,
]

const MAX_PLACES = 12

/**
 * Reduces an error to what may be logged and shown to others. An error's message contains paths, and text that the user
 * typed can be in it or in the name of a property; so only parts that are known in advance to be harmless are kept.
 *
 * @param error anything that was thrown
 */
export function scrubError(error: unknown): ScrubbedError {
  const { name, code, syscall, message, stack } = fieldsOf(error)
  return {
    name: names.has(name) ? name : 'Error',
    code: /^E[A-Z0-9_]{1,60}$/.test(code) ? code : null,
    call: calls.has(syscall) ? syscall : null,
    said: sayingIn(message),
    at: placesIn(stack, message),
  }
}

function fieldsOf(error: unknown): Record<'name' | 'code' | 'syscall' | 'message' | 'stack', string> {
  const read = (key: string): string => {
    if (typeof error !== 'object' || error === null) return ''
    try {
      const value: unknown = Reflect.get(error, key)
      return typeof value === 'string' ? value : ''
    } catch {
      // A getter that throws.
      return ''
    }
  }
  return {
    name: read('name'),
    code: read('code'),
    syscall: read('syscall'),
    message: read('message'),
    stack: read('stack'),
  }
}

function sayingIn(message: string): string | null {
  for (const saying of sayings) {
    const found = saying.exec(message.slice(0, 10_000))
    if (found !== null) return found[0].trim()
  }
  return null
}

/** Lanyard's own files by the names that the build gives them; where they are installed is private. */
const places: readonly { pattern: RegExp; folder: string }[] = [
  { pattern: /\((node:[a-z_/]{1,60}:\d+:\d+)\)$|at (?:async )?(node:[a-z_/]{1,60}:\d+:\d+)$/, folder: '' },
  { pattern: /[\\/]out[\\/]main[\\/]((?:chunks[\\/])?[\w.-]{1,60}\.js:\d+:\d+)\)?$/, folder: 'main/' },
  { pattern: /[\\/]out[\\/]preload[\\/](index\.cjs:\d+:\d+)\)?$/, folder: 'preload/' },
  { pattern: /(?:app:\/\/lanyard|http:\/\/127\.0\.0\.1:\d+)\/assets\/([\w.-]{1,60}\.js:\d+:\d+)\)?$/, folder: 'page/' },
]

function placesIn(stack: string, message: string): string[] {
  // Before the stack comes the message, which may have several lines that look like stack frames.
  const start = message === '' ? 0 : stack.indexOf(message)
  if (start === -1) return []
  const lines = stack.slice(start + message.length).split('\n')
  return lines
    .flatMap((line) => {
      for (const { pattern, folder } of places) {
        const found = pattern.exec(line.trim())
        if (found !== null) return [`${folder}${(found[1] ?? found[2] ?? '').replaceAll('\\', '/')}`]
      }
      return []
    })
    .slice(0, MAX_PLACES)
}
