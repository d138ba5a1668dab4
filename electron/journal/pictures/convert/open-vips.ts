import type Vips from 'wasm-vips'
import type { PictureMediaType } from '../../../shared/pictures.ts'
import { decoderFiles } from './decoder-files.ts'

export type VipsModule = typeof Vips
export type VipsImage = Vips.Image

/** Maximum memory of libvips, in pages of 64 KiB: 1 GiB. Every picture that phones take needs less than half of it. */
const MAX_PAGES = 16 * 1024

let opened: Promise<VipsModule> | null = null

/** Loads libvips, once in a thread. It starts threads of its own, which end with this one. */
export function openVips(): Promise<VipsModule> {
  return (opened ??= open())
}

async function open(): Promise<VipsModule> {
  limitMemory()
  // The address is only known when this runs, so the type of the module has to be stated.
  const { default: load } = (await import(/* @vite-ignore */ decoderFiles.vips)) as { default: VipsModule }
  const vips = await load({
    // AVIF. The other two are for JPEG XL and SVG, which is no picture here.
    dynamicLibraries: ['vips-heif.wasm'],
    // Without its remarks on damaged pictures, which its threads would print. What matters comes as an exception.
    preRun: (module: { ENV: Record<string, string> }) => {
      module.ENV['VIPS_WARNING'] = '0'
    },
  })
  // Several threads with a picture each are faster than several threads for one picture.
  vips.concurrency(1)
  vips.Cache.max(0)
  vips.blockUntrusted(true)
  // The package's types lack this function. It puts every image into the queue that `freeImages` empties.
  ;(vips as VipsModule & { setAutoDeleteLater: (isOn: boolean) => void }).setAutoDeleteLater(true)
  return vips
}

/** Frees every image. Those of a chain depend on each other, so this is done once, when the last one has been encoded. */
export function freeImages(vips: VipsModule): void {
  for (const image of vips.deletionQueue.slice()) image.preventAutoDelete().delete()
}

/** Whether libvips has thrown this because it cannot read a picture. Its exceptions are those of C++, not errors. */
export function isVipsError(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) return false
  return Array.isArray(thrown.message) && thrown.message[0] === 'vips::Error'
}

/** libvips asks for up to 2 GiB, and has no option for less. */
function limitMemory(): void {
  const { Memory } = WebAssembly
  WebAssembly.Memory = class extends Memory {
    constructor({ maximum = MAX_PAGES, ...others }: WebAssembly.MemoryDescriptor) {
      super({ ...others, maximum: Math.min(maximum, MAX_PAGES) })
    }
  }
}

/** The types that libvips reads. */
export type VipsType = Exclude<PictureMediaType, 'image/heic'>

interface LoadOptions {
  /** A JPEG can be decoded to an eighth, a quarter or a half of its size, which is much faster. */
  shrink?: 1 | 2 | 4 | 8
  /** How many frames of an animation are read; default: the first. */
  frames?: 'all'
}

/**
 * Opens a picture. Its header is read at once, its pixels as they are needed. Only the reader for its type is used,
 * whatever else the bytes look like.
 *
 * @throws a C++ exception if the header is damaged; see {@link isVipsError}
 */
export function openImage(vips: VipsModule, data: Uint8Array, type: VipsType, options: LoadOptions = {}): VipsImage {
  const { Image } = vips
  // Rows are needed once, from top to bottom, so that only a part of the picture is in memory.
  const reading = { access: 'sequential', fail_on: 'none' } as const
  const n = options.frames === 'all' ? -1 : 1
  switch (type) {
    case 'image/jpeg':
      return Image.jpegloadBuffer(data, { ...reading, shrink: options.shrink ?? 1 })
    case 'image/png':
      return Image.pngloadBuffer(data, reading)
    case 'image/gif':
      return Image.gifloadBuffer(data, { ...reading, n })
    case 'image/webp':
      return Image.webploadBuffer(data, { ...reading, n })
    case 'image/avif':
      return Image.heifloadBuffer(data, { ...reading, n: 1 })
    case 'image/tiff':
      return Image.tiffloadBuffer(data, reading)
    default:
      return type satisfies never
  }
}
