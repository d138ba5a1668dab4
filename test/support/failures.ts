import { message } from '../../electron/shared/messages/message.ts'
import { fail } from '../../electron/shared/result.ts'

/** The failure of a trip that could not be saved because its disk is full. */
export const diskFull = fail('disk.full', { attempt: message('attempt.save-trip'), where: 'other', reason: 'other' })
