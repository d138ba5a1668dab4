import { Resvg } from '@resvg/resvg-js'
import { IconIcns, IconIco } from '@shockpkg/icon-encoder'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** In pixels. */
const linux = [16, 22, 24, 32, 48, 64, 128, 256, 512]
const windows = [16, 20, 24, 32, 40, 48, 64, 256]

/** The sizes of macOS and the names that its format has for them. Some sizes occur twice, for high-density screens. */
const mac: [size: number, type: string][] = [
  [16, 'ic04'],
  [32, 'ic05'],
  [32, 'ic11'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic13'],
  [256, 'ic08'],
  [512, 'ic14'],
  [512, 'ic09'],
  [1024, 'ic10'],
]

/**
 * Render all icons from one drawing: `icons/16x16.png` and so on for Linux, `icon.ico`, `icon.icns`.
 *
 * @param drawing a square SVG file
 * @param folder for the icons; created if it is missing
 */
export async function renderIcons(drawing: string, folder: string): Promise<void> {
  const svg = await readFile(drawing)
  const render = (size: number) => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()

  await mkdir(join(folder, 'icons'), { recursive: true })
  for (const size of linux) await writeFile(join(folder, 'icons', `${size}x${size}.png`), render(size))

  const ico = new IconIco()
  for (const size of windows) await ico.addFromPng(render(size), size === 256, true)
  await writeFile(join(folder, 'icon.ico'), ico.encode())

  const icns = new IconIcns()
  for (const [size, type] of mac) await icns.addFromPng(render(size), [type], true)
  await writeFile(join(folder, 'icon.icns'), icns.encode())
}
