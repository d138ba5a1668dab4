import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import { everyWay, exportPost, findTarget } from '../support/exports.ts'
import { carelessPage, isHarmlessLink, takeLinks } from './careless-page.ts'
import { noChromium, onServedPages, type ServedPage } from './chromium.ts'
import { textsFor } from './corpora/hostile-texts.ts'
import { hostileTrip } from './hostile-trip.ts'
import { useEverything } from './raw-insertion.ts'
import { type AttackOrder, type AttackRow, count as countInput, emptyRow, inTime, skippedRow } from './row.ts'
import { describeHarm, type Harm, type HarmWatch } from './watch-harm.ts'

const name = 'hostile texts, in exported pages'

/** Each way to export a page. */
const ways = everyWay.filter(({ exporter }) => exporter.id === 'html')

/**
 * Exports reports full of hostile texts as pages, and opens those in Chromium: as files, from a server, and without the
 * policy that they bring along, as blog engines show them. Nothing runs, loads, or leads to anything but other pages. The
 * control opens pages that were made without sanitising.
 */
export async function attackExportedPages(order: AttackOrder): Promise<AttackRow[]> {
  if (noChromium !== null) return [skippedRow(name, noChromium)]
  const row = emptyRow(name)
  const texts = [...textsFor(order).entries()]
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-attack-'))
  const makePage = order.control ? carelessPages(folder) : exportedPages(folder)
  try {
    await onServedPages(inTime(texts, order), async ([index, text], served, watch) => {
      const harms = await harmsOf(await makePage(text, index), served, watch)
      countInput(row, harms.length === 0 ? null : describeHarm(harms, text))
    })
  } finally {
    await rm(folder, { recursive: true })
  }
  return [row]
}

/** Makes a page of a text. Returns its path. */
type MakePage = (text: string, index: number) => Promise<string>

/** Pages as the window and the command line write them. */
function exportedPages(folder: string): MakePage {
  return async (text, index) => {
    const { trip, pictures } = hostileTrip([text])
    const { exporter, options } = ways[index % ways.length] ?? { exporter: findTarget('html'), options: {} }
    const withData = new Map(pictures.map((picture) => [picture.photo.id, picture]))
    const { files } = await exportPost(exporter, composePost(trip).post, withData, options)
    const paths = Array.from(files.keys(), (path) => join(folder, String(index), path))
    for (const [at, data] of [...files.values()].entries()) {
      const path = paths[at] ?? ''
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, data)
    }
    return paths[0] ?? ''
  }
}

function carelessPages(folder: string): MakePage {
  return async (text, index) => {
    const path = join(folder, `careless-${index}.html`)
    await writeFile(path, await carelessPage(text))
    return path
  }
}

async function harmsOf(path: string, { page, show, showFile }: ServedPage, watch: HarmWatch): Promise<Harm[]> {
  const html = await readFile(path, 'utf8')
  const withoutPolicy = html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
  const showings = [() => showFile(path), () => show({ body: html }), () => show({ body: withoutPolicy })]
  const harms: Harm[] = []
  for (const shown of showings) {
    await shown()
    const links = await page.evaluate<string[]>(takeLinks).catch(() => [])
    const bad = links.filter((url) => !isHarmlessLink(url))
    harms.push(...bad.map((what): Harm => ({ kind: 'navigation', what })))
    await useEverything(page)
    harms.push(...(await watch.take()))
  }
  return harms
}
