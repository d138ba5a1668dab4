import { fail, type Failure, type FailureCode } from '../../shared/result.ts'
import { errorCode } from './file-system.ts'

/** A refusal on its way through code that can only throw, such as lowdb's. {@link diskFailure} takes it out again. */
export class Refusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/**
 * Turns what the file system said into a sentence: what happened, what is safe, what to do.
 *
 * @param what completes "Could not …", as in "save the trip"
 */
export function diskFailure(error: unknown, what: string): { ok: false; error: Failure } {
  if (error instanceof Refusal) return { ok: false, error: error.failure }
  const code = errorCode(error)
  const [failureCode, reason] = (code === null ? undefined : reasons[code]) ?? [
    'disk.failed',
    `the disk answered with an error${code === null ? '' : ` (${code})`}. ${safe} Try again, and look after the disk if it goes on`,
  ]
  return fail(failureCode, `Could not ${what}: ${reason}.`)
}

const safe = 'What was saved before is untouched.'

const unreachable: [FailureCode, string] = [
  'disk.gone',
  `the disk does not answer. ${safe} Connect it, or the network that it is on, then try again`,
]

const reasons: Record<string, [FailureCode, string]> = {
  ENOSPC: ['disk.full', `the disk is full. ${safe} Make some room, then try again`],
  EDQUOT: ['disk.full', `your share of the disk is used up. ${safe} Make some room, then try again`],
  EFBIG: ['disk.full', `the file is larger than this disk allows. ${safe} Use a disk with another file system`],
  EACCES: [
    'disk.denied',
    `the file or its folder may not be used by you. ${safe} Allow it for your user, then try again`,
  ],
  EPERM: ['disk.denied', `the system does not allow it. ${safe} Allow it for your user, then try again`],
  EROFS: ['disk.read-only', `the disk can only be read. ${safe} Choose a library on a disk that can be written to`],
  EBUSY: ['disk.failed', `another program is using the file. ${safe} Close that program or wait, then try again`],
  ETXTBSY: ['disk.failed', `another program is using the file. ${safe} Close that program or wait, then try again`],
  EMFILE: ['disk.failed', `too many files are open. ${safe} Close other programs, then try again`],
  ENFILE: ['disk.failed', `too many files are open on this computer. ${safe} Close other programs, then try again`],
  EIO: ['disk.failed', `the disk reported a fault. ${safe} Copy your library to another disk soon, then try again`],
  ENOENT: [
    'disk.gone',
    `the file or its folder is no longer there. Put it back where it was, or connect its disk, then try again`,
  ],
  ENOTDIR: ['disk.gone', `a file stands where a folder is expected. ${safe} Move that file away, then try again`],
  ENODEV: ['disk.gone', `the disk is no longer connected. Connect it, then try again`],
  ENXIO: ['disk.gone', `the disk is no longer connected. Connect it, then try again`],
  ETIMEDOUT: unreachable,
  ENOTCONN: unreachable,
  EHOSTDOWN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETDOWN: unreachable,
  ENETUNREACH: unreachable,
  ESTALE: ['disk.gone', `the network folder is no longer connected. Connect it, then try again`],
  EXDEV: ['disk.failed', `the folder spans two disks. ${safe} Keep the library on one disk`],
  ENAMETOOLONG: ['disk.failed', `the path is longer than this disk allows. ${safe} Move the library nearer to the top`],
  EEXIST: ['disk.failed', `something of that name is there already. ${safe} Try again`],
  ENOTEMPTY: ['disk.failed', `something of that name is there already. ${safe} Try again`],
}
