/** How long `vi.waitFor` and `vi.waitUntil` wait: a busy machine takes longer than their second. */
export const patient = { timeout: 20_000 }
