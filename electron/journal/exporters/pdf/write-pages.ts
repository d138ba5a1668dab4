import type { OptionValues } from '../../../shared/export-options.ts'
import { ok } from '../../../shared/result.ts'
import { htmlOmissions } from '../../html/safe-html.ts'
import { photoIdIn } from '../../report/show-pictures.ts'
import { encodeText, type ExportFile, type Writer } from '../exporter.ts'
import { expectedTree, stringifyPage } from '../html/write-page.ts'
import { namePictures } from '../name-pictures.ts'
import { shownPictures } from '../shown-photos.ts'
import { checkPdf } from './check-pdf.ts'
import type { pdfOptions } from './options.ts'

/** What the style of a page cannot know: on these, links can be clicked, and nothing is as high as the page. */
const STYLE = `
@page { orphans: 3; widows: 3; }
.post a[href^='http']::after { content: none; }
.post img { max-height: 16cm; width: auto; }
.post :is(figure, tr, li > p:first-child) { break-inside: avoid; }
.post thead { display: table-header-group; }
.post pre { break-inside: auto; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
`

export const pdfWriter: Writer<OptionValues<typeof pdfOptions>> = {
  async write(post, given, { paper }) {
    const pictures = shownPictures(post, given)
    const paths = new Map([...namePictures(post)].filter(([id]) => pictures.has(id)))
    const page = stringifyPage(post, null, (url) => paths.get(photoIdIn(url) ?? '') ?? null, STYLE)
    const files: ExportFile[] = [{ path: 'index.html', data: encodeText(page) }]
    for (const [id, path] of paths) {
      const data = pictures.get(id)?.data
      if (data !== undefined) files.push({ path, data })
    }
    const { meta } = post
    return ok({
      makes: 'document',
      name: `${meta.slug}.pdf`,
      files,
      print: { paper, date: meta.date ?? meta.lastDay },
      tree: expectedTree(post, paths),
      omissions: htmlOmissions(post.tree, meta.language),
    })
  },

  verify: checkPdf,
}
