import { createHash } from 'node:crypto'
import MimeNode from 'nodemailer/lib/mime-node'
import type { OptionValues } from '../../../shared/export-options.ts'
import { type Message, message } from '../../../shared/messages/message.ts'
import { oneLine } from '../../../shared/invisible-characters.ts'
import type { Post } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { htmlOmissions } from '../../html/safe-html.ts'
import { photoIdIn } from '../../report/show-pictures.ts'
import { compareTrees } from '../compare-trees.ts'
import { decodeText, type Pictures, type Writer } from '../exporter.ts'
import { expectedTree, stringifyPage, tooManyBytes } from '../html/write-page.ts'
import { namePictures } from '../name-pictures.ts'
import { contentAddress } from '../read-page.ts'
import { shownPictures } from '../shown-photos.ts'
import { writePlainText } from '../text/write-text.ts'
import type { mailOptions } from './options.ts'
import { mailParts, readMail, TEXT } from './read-mail.ts'

/** Many servers refuse mails that are larger. In bytes. */
const LARGE = 20_000_000
/** A domain that can never exist, because the draft comes from no server. */
const DOMAIN = 'lanyard.invalid'

export const mailWriter: Writer<OptionValues<typeof mailOptions>> = {
  async write(post, given, { to, from }) {
    const pictures = shownPictures(post, given)
    const tooLarge = tooManyBytes(pictures)
    if (tooLarge !== null) return tooLarge
    const cids = new Map([...pictures.keys()].map((id, index) => [id, `picture-${index + 1}@${DOMAIN}`]))
    const page = stringifyPage(post, null, (url) => {
      const cid = cids.get(photoIdIn(url) ?? '')
      return cid === undefined ? null : `cid:${cid}`
    })
    const identity = identify(post, page, pictures)
    const mail = new MimeNode('multipart/related; type="multipart/alternative"', {
      // The library would take random ones. The same post always gives the same mail.
      boundaryPrefix: 'part',
      baseBoundary: identity.slice(0, 16),
      textEncoding: 'Q',
      newline: 'win',
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    mail.setHeader({
      ...(from !== '' && { From: from }),
      ...(to !== '' && { To: to }),
      Subject: oneLine(post.meta.title),
      Date: mailDate(post),
      'Message-ID': `<${identity}@${DOMAIN}>`,
      'Content-Language': post.meta.language,
      // Mail programs open it for writing. Without an address of their own in it, they fill in the user's.
      'X-Unsent': '1',
    })
    const both = mail.createChild('multipart/alternative')
    both.createChild('text/plain; charset=utf-8').setContent(writePlainText(post))
    both.createChild('text/html; charset=utf-8').setContent(page)
    const names = namePictures(post)
    for (const [id, { photo, data }] of pictures) {
      const { buffer, byteOffset, byteLength } = data
      mail
        .createChild(photo.mediaType, { filename: names.get(id) ?? '' })
        .setHeader({ 'Content-ID': `<${cids.get(id)}>`, 'Content-Disposition': 'inline' })
        .setContent(Buffer.from(buffer, byteOffset, byteLength))
    }
    const data = new Uint8Array(await mail.build())
    const name = `${post.meta.slug}.eml`
    const addresses = new Map([...pictures].map(([id, picture]) => [id, contentAddress(picture.data)]))
    return ok({
      makes: 'document',
      name,
      files: [{ path: name, data }],
      tree: expectedTree(post, addresses),
      omissions: htmlOmissions(post.tree, post.meta.language),
      notes: sizeNotes(data.byteLength),
    })
  },

  read: (files) => readMail(mailParts(files)),

  /** Both texts are compared: the formatted one as a tree, and the plain one as it is. */
  verify(check) {
    const parts = mailParts(check.files)
    const verdict = compareTrees(check, readMail(parts))
    // Encoders end each line as mails do, and add the end of the last one.
    const found = decodeText(parts.get(TEXT) ?? new Uint8Array())
    if (found.trimEnd() === writePlainText(check.post).trimEnd()) return verdict
    return { ...verdict, differences: [...verdict.differences, message('export.differs.file', { path: TEXT })] }
  },
}

/** What identifies a mail: another post of the trip, or the post with other pictures, is another mail. */
function identify({ tripId }: Post, page: string, pictures: Pictures): string {
  const hash = createHash('sha256').update(tripId).update(page)
  for (const { data } of pictures.values()) hash.update(createHash('sha256').update(data).digest())
  return hash.digest('hex').slice(0, 40)
}

/** Noon of the day of publication, or of the last day of the trip, in the form of RFC 5322. */
function mailDate({ meta }: Post): string {
  return new Date(`${meta.date ?? meta.lastDay}T12:00:00Z`).toUTCString().replace('GMT', '+0000')
}

function sizeNotes(bytes: number): Message[] {
  return bytes <= LARGE ? [] : [message('export.note.large-mail', { size: Math.round(bytes / 1_000_000) })]
}
