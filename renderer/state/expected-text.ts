const expected = new Map<number, string>()

/** Notes that something is on its way into a text, such as a picture that is being stored. */
export function expectText(id: number, documentId: string): void {
  expected.set(id, documentId)
}

/** Notes that it has arrived, or will not. */
export function endExpecting(id: number): void {
  expected.delete(id)
}

/** Whether something is still on its way into a text. */
export const isTextExpected = (documentId: string): boolean => [...expected.values()].includes(documentId)
