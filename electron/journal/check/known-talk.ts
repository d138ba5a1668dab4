/** What is known about a talk: from the programme, or from the entry about a talk that is not in it. */
export interface KnownTalk {
  readonly title: string
  readonly speakers: readonly string[]
  readonly room: string
  /** The days to which it can belong; empty if that is not known. */
  readonly days: readonly string[]
  readonly isInProgramme: boolean
}
