/** The exports that are being written at this moment, so that nothing ends in the middle of one without asking. */
export interface RunningExports {
  /** @returns what tells the export to stop; `null` where one of this id is running already */
  begin(exportId: string): AbortSignal | null
  end(exportId: string): void
  cancel(exportId: string): void
  cancelAll(): void
  count(): number
  /** Settles when none is running. */
  idle(): Promise<void>
}

export function createRunningExports(): RunningExports {
  const running = new Map<string, AbortController>()
  const waiting = new Set<() => void>()
  return {
    begin(exportId) {
      if (running.has(exportId)) return null
      const controller = new AbortController()
      running.set(exportId, controller)
      return controller.signal
    },
    end(exportId) {
      running.delete(exportId)
      if (running.size > 0) return
      for (const resolve of waiting) resolve()
      waiting.clear()
    },
    cancel: (exportId) => running.get(exportId)?.abort(),
    cancelAll() {
      for (const controller of running.values()) controller.abort()
    },
    count: () => running.size,
    async idle() {
      if (running.size > 0) await new Promise<void>((resolve) => waiting.add(resolve))
    },
  }
}
