/** Where to read an exported trip from. */
export type ArchiveSource =
  /** An absolute path. The file is read piece by piece, never as a whole. */
  { kind: 'file'; path: string } | { kind: 'bytes'; data: Uint8Array }
