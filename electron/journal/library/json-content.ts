import { ok, type Result } from '../../shared/result.ts'
import type { JsonContent, JsonFile } from '../trip-folder/json-file.ts'
import type { Library } from './library.ts'

/** The content of a trip's JSON file; `null` if it has none. */
export async function readContent<T extends JsonContent>(
  library: Library,
  tripId: string,
  file: JsonFile<T>,
): Promise<Result<T | null>> {
  const state = await library.readFile(tripId, file.name)
  if (!state.ok) return state
  if (state.value.kind === 'bad') return { ok: false, error: state.value.problem }
  if (state.value.kind === 'absent') return ok(null)
  const decoded = file.decode(state.value.bytes)
  return decoded.ok ? ok(decoded.value.content) : decoded
}

/**
 * Changes a trip's JSON file, based on whatever other programs have made of it.
 *
 * @param isReplaceable whether a damaged file may be replaced
 */
export async function changeContent<T extends JsonContent>(
  library: Library,
  tripId: string,
  file: JsonFile<T>,
  change: (content: T | null) => Result<T>,
  isReplaceable: boolean,
): Promise<Result<T>> {
  const results: T[] = []
  const written = await library.changeFile(tripId, file.name, (bytes) => {
    const decoded = bytes === null ? null : file.decode(bytes)
    if (decoded?.ok === false && !(isReplaceable && file.revisions?.isDamaged(decoded.error) === true)) return decoded
    const before = decoded?.ok === true ? decoded.value.content : null
    const changed = change(before)
    if (!changed.ok) return changed
    results.push(changed.value)
    return bytes !== null && changed.value === before ? ok(bytes) : ok(file.encode(tripId, changed.value))
  })
  if (!written.ok) return written
  const result = results.at(-1)
  if (result === undefined) throw new Error(`"${file.name}" was changed without its change having been asked.`)
  return ok(result)
}
