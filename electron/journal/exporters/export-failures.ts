import { message } from '../../shared/messages/message.ts'
import { fail, type Result } from '../../shared/result.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { Exporter } from './exporter.ts'

export function cancelled(): Result<never> {
  return fail('export.cancelled', 'The export was cancelled. Nothing was written.')
}

export function exportFailure(error: unknown): Result<never> {
  return diskFailure(error, message('attempt.write-export'), 'export')
}

export function insideLibrary(): Result<never> {
  return fail(
    'input.invalid',
    'The folder for exports is inside the library, where only trips belong. Nothing was written. Choose a folder outside of it.',
  )
}

export function unknownTarget(target: string, known: readonly Exporter[]): Result<never> {
  return fail('export.unknown-target', { target: target.slice(0, 100), known: known.map(({ id }) => `"${id}"`) })
}
