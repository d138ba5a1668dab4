/** What `lanyard restore` can be called with, as it is typed. */
export interface RestoreOptions {
  version?: string
  entry?: string
  list?: true
  from?: string
  keepContent?: true
}
