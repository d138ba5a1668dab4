/** For work that takes its time: ends it between two steps, and is told how far it is. */
export interface Watched {
  signal?: AbortSignal
  /**
   * @param done from 0 to 1
   * @param what is being worked on: the name of a file or a folder
   */
  onProgress?: (done: number, what: string) => void
}
