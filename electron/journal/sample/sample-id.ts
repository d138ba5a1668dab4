import { createHash } from 'node:crypto'

/** Always makes the same id for the same name, so that an existing sample is recognised. */
export function sampleId(name: string): string {
  const hash = createHash('sha256').update(`lanyard sample: ${name}`).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-')
}
