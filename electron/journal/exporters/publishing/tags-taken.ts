import { type Message, message } from '../../../shared/messages/message.ts'
import type { PostMeta } from '../../../shared/post.ts'
import { compareTrees } from '../compare-trees.ts'
import type { Check, ReadPost, Verdict } from '../exporter.ts'

/** The tags of a post as a system takes them. */
export interface TakenTags {
  /** As they are written. */
  written: string[]
  /** Those that have no place in the file, as the report has them. */
  left: string[]
  notes: Message[]
}

/** Spells the tags of a post for a system that takes only some, each of them once. */
export function takeTags(tags: readonly string[], most: number, spell: (tag: string) => string): TakenTags {
  const written: string[] = []
  const left: string[] = []
  const changed: string[] = []
  for (const tag of tags) {
    const spelt = spell(tag)
    if (written.includes(spelt)) continue
    if (spelt === '' || written.length === most) left.push(tag)
    else {
      written.push(spelt)
      if (spelt !== tag) changed.push(spelt)
    }
  }
  return { written, left, notes: changed.length === 0 ? [] : [message('export.note.tags-spelt', { tags: changed })] }
}

/** A sentence about the tags that are left out; none if all are there. */
export function leftTags({ left }: TakenTags, most: number): Message[] {
  return left.length === 0 ? [] : [message('export.omitted.tags', { tags: left, most })]
}

/** The tags and the categories of a post, for a system that has only tags. */
export function allTags({ tags, categories }: PostMeta): string[] {
  return [...new Set([...tags, ...categories])]
}

/** Compares what was read back with a post, whose tags are there as the system spells them. */
export function compareWithTags(check: Check<unknown>, found: ReadPost, written: readonly string[]): Verdict {
  const areThere = found.meta.tags?.join('\n') === written.join('\n')
  const meta = areThere ? { ...found.meta, tags: check.post.meta.tags } : found.meta
  return compareTrees(check, { tree: found.tree, meta })
}
