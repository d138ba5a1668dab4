/** What a long piece of work is for. */
export const jobKinds = ['export', 'import', 'pack', 'unpack', 'backup', 'restore', 'verify'] as const

/** What a job can be doing. Each has a message, `job.step.` and its name. */
export const jobSteps = [
  'composing',
  'reading-pictures',
  'writing-text',
  'writing-files',
  'reading-back',
  'reading-report',
  'saving-trip',
  'opening-file',
  'checking-pictures',
  'writing-pictures',
  'copying',
  'listing',
  'restoring',
  'verifying',
] as const

export type JobKind = (typeof jobKinds)[number]
export type JobStep = (typeof jobSteps)[number]

/** What some jobs can say besides how far they are. */
export interface JobDetails {
  /** The file or folder that is being worked on. */
  place?: string
  /** How many problems were found so far. */
  problems?: number
}
