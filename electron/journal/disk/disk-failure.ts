import { message, type Message } from '../../shared/messages/message.ts'
import { fail, type Failure } from '../../shared/result.ts'
import { errorCode } from './file-system.ts'
import { FILE_TOO_LARGE, LINK_OUT, NOT_A_FILE } from './open-file.ts'

/** Carries a refusal through code that can only throw, such as lowdb. {@link diskFailure} extracts it. */
export class Refusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** Whose disk failed, which decides what is safe and what the user should do. */
export type DiskUse = 'backup' | 'export' | 'other'

/**
 * Turns a file system error into a failure for users: what happened, what is safe, what to do.
 *
 * @param attempt what was tried, as a message: "Could not save the trip"
 */
export function diskFailure(error: unknown, attempt: Message, where: DiskUse = 'other'): Refused {
  if (error instanceof Refusal) return { ok: false, error: error.failure }
  const code = errorCode(error)
  const known = code === null ? undefined : reasons[code]
  if (known !== undefined) return known({ attempt, where: where === 'export' ? 'other' : where }, where)
  const detail = code === null ? '' : message('disk.error-code', { code })
  return fail('disk.failed', { attempt, where: where === 'export' ? 'other' : where, reason: 'other', detail })
}

type Refused = { ok: false; error: Failure }
type Reason = (what: { attempt: Message; where: 'backup' | 'other' }, where: DiskUse) => Refused

const full =
  (reason: 'quota' | 'fileSize' | 'other'): Reason =>
  (what) =>
    fail('disk.full', { ...what, reason })
const denied =
  (reason: 'system' | 'other'): Reason =>
  (what) =>
    fail('disk.denied', { ...what, reason })
const gone =
  (reason: 'file' | 'notFolder' | 'network' | 'silent' | 'other'): Reason =>
  (what) =>
    fail('disk.gone', { ...what, reason })
const failed =
  (
    reason:
      | 'busy'
      | 'openFiles'
      | 'openFilesSystem'
      | 'fault'
      | 'twoDisks'
      | 'longPath'
      | 'exists'
      | 'notFile'
      | 'tooLarge'
      | 'linkOut',
  ): Reason =>
  (what) =>
    fail('disk.failed', { ...what, reason, detail: '' })

const reasons: Record<string, Reason> = {
  ENOSPC: full('other'),
  EDQUOT: full('quota'),
  EFBIG: full('fileSize'),
  EACCES: denied('other'),
  EPERM: denied('system'),
  EROFS: ({ attempt }, where) => fail('disk.read-only', { attempt, where }),
  EBUSY: failed('busy'),
  ETXTBSY: failed('busy'),
  EMFILE: failed('openFiles'),
  ENFILE: failed('openFilesSystem'),
  EIO: failed('fault'),
  ENOENT: gone('file'),
  ENOTDIR: gone('notFolder'),
  ENODEV: gone('other'),
  ENXIO: gone('other'),
  ETIMEDOUT: gone('silent'),
  ENOTCONN: gone('silent'),
  EHOSTDOWN: gone('silent'),
  EHOSTUNREACH: gone('silent'),
  ENETDOWN: gone('silent'),
  ENETUNREACH: gone('silent'),
  ESTALE: gone('network'),
  EXDEV: failed('twoDisks'),
  ENAMETOOLONG: failed('longPath'),
  EEXIST: failed('exists'),
  ENOTEMPTY: failed('exists'),
  [NOT_A_FILE]: failed('notFile'),
  [FILE_TOO_LARGE]: failed('tooLarge'),
  [LINK_OUT]: failed('linkOut'),
}
