/** The kinds of long-running work. */
export const jobKinds = ['export', 'import', 'pack', 'unpack', 'backup', 'restore', 'verify', 'programme'] as const

/** The steps of jobs. Each has a message, `job.step.` and its name. */
export const jobSteps = [
  'composing',
  'converting-pictures',
  'writing-text',
  'printing',
  'writing-files',
  'reading-back',
  'reading-files',
  'fetching-programme',
  'reading-programme',
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

/** Additional progress information of some jobs. */
export interface JobDetails {
  /** The file or folder that is being worked on. */
  place?: string
  /** The number of problems found so far. */
  problems?: number
}
