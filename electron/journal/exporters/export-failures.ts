import { message } from '../../shared/messages/message.ts'
import { fail, type Result } from '../../shared/result.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { Exporter } from './exporter.ts'

export function cancelled(): Result<never> {
  return fail('cancelled.export')
}

export function exportFailure(error: unknown): Result<never> {
  return diskFailure(error, message('attempt.write-export'), 'export')
}

export function insideLibrary(): Result<never> {
  return fail('input.exports-in-library')
}

export function unknownTarget(target: string, known: readonly Exporter[]): Result<never> {
  return fail('export.unknown-target', { target: target.slice(0, 100), known: known.map(({ id }) => `"${id}"`) })
}
