/** Part of a browser that jsdom lacks. */
export class SomeClipboardItem {
  readonly #kinds: Readonly<Record<string, Blob>>

  constructor(kinds: Readonly<Record<string, Blob>>) {
    this.#kinds = kinds
  }

  async getType(type: string): Promise<Blob> {
    return this.#kinds[type] ?? new Blob()
  }
}

/** What the clipboard holds, as text and as a page. */
export async function readClipboard(): Promise<{ text: string | undefined; html: string | undefined }> {
  const [item] = await navigator.clipboard.read()
  const read = async (type: string) => (await item?.getType(type))?.text()
  return { text: await read('text/plain'), html: await read('text/html') }
}
