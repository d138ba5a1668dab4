import { type CheckCode, type CheckRemark, unfinishedCodes } from '../../shared/check/remark.ts'
import type { Remark } from '../../shared/post.ts'
import { subjectOf } from '../../shared/report/post-places.ts'

const PREFIX = 'report.remark.'

/** What is unfinished in a report, as remarks of a check. It has no suggestions. */
export function unfinishedRemarks(remarks: readonly Remark[]): CheckRemark[] {
  return remarks.flatMap(({ message, at }) => {
    const code = codeOf(message.key)
    if (code === null) return []
    return [{ code, entryId: subjectOf(at, 'entry'), where: null, text: '', suggestion: null, message, at }]
  })
}

function codeOf(key: string): CheckCode | null {
  return unfinishedCodes.find((code) => key === PREFIX + code) ?? null
}
