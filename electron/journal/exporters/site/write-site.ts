import { posix } from 'node:path'
import type { Root } from 'mdast'
import type { ExportOptions, OptionValues } from '../../../shared/export-options.ts'
import { removeControls } from '../../../shared/invisible-characters.ts'
import { type Message, message } from '../../../shared/messages/message.ts'
import type { Post, PostMeta } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { dayOfName } from '../../importers/read-day.ts'
import { readDetails } from '../../importers/read-details.ts'
import { splitFrontMatter } from '../../markdown/front-matter.ts'
import { parseMarkdown } from '../../markdown/parse-markdown.ts'
import { resolveReferences } from '../../markdown/resolve-references.ts'
import { createMarkdownWriter, type WritingStyle } from '../../markdown/stringify-markdown.ts'
import { addressPictures } from '../address-pictures.ts'
import { compareTrees } from '../compare-trees.ts'
import { decodeText, encodeText, type ExportFile, type ReadPost, type TextFiles, type Writer } from '../exporter.ts'
import { passedOn } from '../passed-on.ts'
import { namePictures } from '../name-pictures.ts'
import { someDay } from './dates.ts'
import type { MetaField, SiteTarget } from './site-target.ts'

/** Creates the writer of a site generator. */
export function createSiteWriter<O extends ExportOptions>(target: SiteTarget<O>): Writer<OptionValues<O>> {
  const markdownIn = rememberWriters()

  function read(files: TextFiles, options: OptionValues<O>): ReadPost {
    const [[path, data] = ['', new Uint8Array()]] = files
    const text = decodeText(data)
    const { fields, body } = target.split?.(text) ?? splitFrontMatter(text)
    const { template } = target.dialect(options)
    const { title, date, authors, tags, categories, description, language } = readDetails(fields)
    const day = date ?? dayOfName(path)
    const found = { title, date: day, authors, tags, categories, description, ...(language !== null && { language }) }
    const tree = resolveReferences(parseMarkdown(template?.restore(body) ?? body))
    return { tree, meta: without(found, target.lacks ?? []) }
  }

  return {
    async write(post, pictures, options) {
      const { meta } = post
      const textPath = target.textPath(meta, options)
      const folder = target.pictureFolder?.(meta, options) ?? posix.dirname(textPath)
      const names = namePictures(post)
      const addressOf = (id: string) => {
        const name = names.get(id)
        return name === undefined ? undefined : target.pictureAddress(name, meta, options)
      }
      const dialect = target.dialect(options)
      const tree = dialect.adapt(addressPictures(post.tree, addressOf))
      const markdown = markdownIn(dialect.style)(tree)
      const body = dialect.template?.protect(markdown) ?? markdown
      const text = `${target.above(target.holds?.(meta) ?? meta, coverOf(post, addressOf), options)}${body && `\n${body}`}`
      const files: ExportFile[] = [{ path: textPath, data: encodeText(text) }]
      for (const [photoId, name] of names) {
        const data = pictures.get(photoId)?.data
        if (data !== undefined) files.push({ path: posix.join(folder, name), data, photoId })
      }
      return ok({ makes: 'site', name: meta.slug, files, tree, omissions: [], notes: notesOn(target, post, tree) })
    },

    read,

    verify({ files, options, post, ...check }) {
      const held = target.holds?.(post.meta) ?? post.meta
      const meta = { ...held, date: target.needsDate ? someDay(held) : held.date }
      return compareTrees({ ...check, post: { ...post, meta } }, read(files, options))
    },
  }
}

/** A processor takes longer to make than a short text to write. */
function rememberWriters(): (style: WritingStyle) => (root: Root) => string {
  const writers = new Map<WritingStyle, (root: Root) => string>()
  return (style) => {
    const known = writers.get(style) ?? createMarkdownWriter(style)
    writers.set(style, known)
    return known
  }
}

function without(meta: Partial<PostMeta>, fields: readonly MetaField[]): Partial<PostMeta> {
  const kept = { ...meta }
  for (const field of fields) delete kept[field]
  return kept
}

function coverOf({ meta, photos }: Post, addressOf: (id: string) => string | undefined) {
  const photo = photos.find(({ id }) => id === meta.cover)
  const address = photo && addressOf(photo.id)
  return photo === undefined || address === undefined ? null : { address, alt: photo.alt || photo.caption }
}

function notesOn<O extends ExportOptions>(target: SiteTarget<O>, { meta, photos }: Post, tree: Root): Message[] {
  const lacking = (target.lacks ?? []).flatMap((field) => (field !== 'language' && meta[field].length > 0 ? field : []))
  return [
    ...passedOn(tree),
    ...(target.needsDate && meta.date === null ? [message('export.note.no-date', { day: { day: meta.lastDay } })] : []),
    ...lacking.map((field) => message('export.note.lacks', { field })),
    ...(target.pictureNote !== undefined && photos.length > 0 ? [target.pictureNote] : []),
  ]
}

/** A text as one line without characters that text files do not have, for front matter without quotes. */
export function plainLine(text: string): string {
  return removeControls(text).replace(/\s+/g, ' ').trim()
}

/** Texts for a list that is separated by commas. */
export function withoutCommas(texts: readonly string[]): string[] {
  return texts.map((text) => plainLine(text.replaceAll(',', ' '))).filter((text) => text !== '')
}
