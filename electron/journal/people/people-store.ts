import { noChoices, type PeopleChoices, type PeopleEdit } from '../../shared/people/choices.ts'
import { editChoices } from '../../shared/people/edit-choices.ts'
import { ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { changeContent, readContent } from '../library/json-content.ts'
import type { Library } from '../library/library.ts'
import { people } from '../trip-folder/people.ts'

/** What the user says about the people of a trip. */
export async function readChoices(library: Library, tripId: string): Promise<Result<PeopleChoices>> {
  const read = await readContent(library, tripId, people)
  return read.ok ? ok(read.value ?? noChoices) : read
}

/** Changes what the user says about the people of a trip. */
export async function changeChoices(
  library: Library,
  tripId: string,
  edits: readonly PeopleEdit[],
): Promise<Result<PeopleChoices>> {
  return await changeContent(
    library,
    tripId,
    people,
    (choices) => ok(editChoices(choices ?? noChoices, edits, now())),
    false,
  )
}
