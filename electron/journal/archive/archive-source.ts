/** Where the bytes of an exported trip are. */
export type ArchiveSource =
  /** Absolute. It is read piece by piece, and never as a whole. */
  { kind: 'file'; path: string } | { kind: 'bytes'; data: Uint8Array }
