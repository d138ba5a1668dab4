/**
 * Before which entry the selected ones go to move a step up (-1) or down (1) among their day's entries, as one block;
 * `undefined` if there is no step left, `null` for the day's end.
 *
 * @param ids the entries of the day, in order
 */
export function stepTarget(
  ids: readonly string[],
  selected: readonly string[],
  step: 1 | -1,
): string | null | undefined {
  const isSelected = new Set(selected)
  const first = ids.findIndex((id) => isSelected.has(id))
  if (first === -1) return undefined
  const last = ids.findLastIndex((id) => isSelected.has(id))
  const isBlock = last - first + 1 === isSelected.size
  const to = step === -1 ? first - 1 : last + 1
  // What is scattered comes together first if it is at the end already.
  if (to < 0) return isBlock ? undefined : (ids.find((id) => !isSelected.has(id)) ?? null)
  if (to >= ids.length) return isBlock ? undefined : null
  return ids[step === -1 ? to : to + 1] ?? null
}
