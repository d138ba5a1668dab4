/** Lets callers follow and abort long-running work. */
export interface Watched {
  signal?: AbortSignal
  /**
   * @param done from 0 to 1
   * @param what the name of the file or folder that is being worked on
   */
  onProgress?: (done: number, what: string) => void
}
