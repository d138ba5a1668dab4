/** The options of `lanyard restore`, as typed. */
export interface RestoreOptions {
  version?: string
  entry?: string
  list?: true
  from?: string
  keepContent?: true
}
