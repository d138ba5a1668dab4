import { tag, xmlFile } from '../xml/write-xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a part of the document refers to: links and pictures. */
export class Relations {
  readonly #found = new Map<string, { id: string; type: string; target: string; isOutside: boolean }>()

  /** The id of an address in this part. */
  link(url: string): string {
    return this.#add('hyperlink', url, true)
  }

  /** The id of another part, in this one. */
  part(type: string, target: string): string {
    return this.#add(type, target, false)
  }

  /** `null` if the part refers to nothing. */
  file(): Uint8Array | null {
    if (this.#found.size === 0) return null
    return xmlFile(
      tag(
        'Relationships',
        { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
        ...Array.from(this.#found.values(), ({ id, type, target, isOutside }) =>
          tag('Relationship', {
            Id: id,
            Type: type.includes('/') ? type : `${OFFICE}/${type}`,
            Target: target,
            TargetMode: isOutside ? 'External' : undefined,
          }),
        ),
      ),
    )
  }

  #add(type: string, target: string, isOutside: boolean): string {
    const key = `${type} ${target}`
    const id = this.#found.get(key)?.id ?? `rId${this.#found.size + 1}`
    this.#found.set(key, { id, type, target, isOutside })
    return id
  }
}
