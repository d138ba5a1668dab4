/* oxlint-disable no-underscore-dangle -- Emscripten names the functions of C like that. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type createHeif from 'libheif-js/libheif-wasm/libheif.js'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { decoderFiles } from './decoder-files.ts'
import { refuseHuge } from './pixel-limit.ts'

type Heif = ReturnType<typeof createHeif>

/** The pixels of a picture, upright, row by row. */
export interface Pixels {
  width: number
  height: number
  /** 3 for red, green and blue, 4 with transparency. */
  bands: 3 | 4
  data: Uint8Array
  /** Its colour space: an ICC profile, Display P3 if only its name is in the file, or `null` for sRGB. */
  profile: Uint8Array | 'p3' | null
}

/* Values of libheif's C interface, https://github.com/strukturag/libheif/tree/v1.23.2/libheif/api/libheif */
const COLORSPACE_RGB = 1
const INTERLEAVED_RGB = 10
const INTERLEAVED_RGBA = 11
const CHANNEL_INTERLEAVED = 10
const PRIMARIES_P3 = 12
/** Bytes of a `heif_error`: a code, a second code, and the address of a text. */
const ERROR_BYTES = 12
/** Where a `heif_color_profile_nclx` has its primaries. */
const NCLX_PRIMARIES = 4

let loaded: Heif | null = null

function load(): Heif {
  const file = fileURLToPath(decoderFiles.heif)
  // The package's code is CommonJS, and its types describe the function that it exports.
  const create = createRequire(decoderFiles.heif)(file) as typeof createHeif
  return create({ wasmBinary: readFileSync(file.replace(/\.c?js$/, '.wasm')), print: nothing, printErr: nothing })
}

function nothing(): void {}

/**
 * Decodes the main picture of a HEIC file to 8 bits per colour, with its rotation and mirroring applied. Fails if it is
 * damaged or has too many pixels.
 */
export function decodeHeic(file: Uint8Array): Result<Pixels> {
  const heif = (loaded ??= load())
  const owned = new Owned(heif)
  try {
    return decode(heif, owned, file)
  } catch (error) {
    // A trap leaves the decoder in an unknown state, so the next picture gets a new one.
    loaded = null
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return fail('picture.damaged')
    throw error
  } finally {
    if (loaded !== null) owned.release()
  }
}

function decode(heif: Heif, owned: Owned, file: Uint8Array): Result<Pixels> {
  const error = owned.bytes(ERROR_BYTES)
  const slot = owned.bytes(4)
  const failed = () => read32(heif, error) !== 0
  const memory = owned.bytes(file.byteLength)
  heif.HEAPU8.set(file, memory)
  const context = heif._heif_context_alloc()
  owned.add(() => heif._heif_context_free(context))
  heif._heif_context_read_from_memory_without_copy(error, context, memory, file.byteLength, 0)
  if (failed()) return fail('picture.damaged')
  heif._heif_context_get_primary_image_handle(error, context, slot)
  if (failed()) return fail('picture.damaged')
  const handle = read32(heif, slot)
  owned.add(() => heif._heif_image_handle_release(handle))
  const refused = refuseHuge(heif._heif_image_handle_get_width(handle), heif._heif_image_handle_get_height(handle))
  if (refused !== null) return refused

  const bands = heif._heif_image_handle_has_alpha_channel(handle) === 0 ? 3 : 4
  const layout = bands === 3 ? INTERLEAVED_RGB : INTERLEAVED_RGBA
  heif._heif_decode_image(error, handle, slot, COLORSPACE_RGB, layout, 0)
  if (failed()) return fail('picture.damaged')
  const image = read32(heif, slot)
  owned.add(() => heif._heif_image_release(image))
  const width = heif._heif_image_get_width(image, CHANNEL_INTERLEAVED)
  const height = heif._heif_image_get_height(image, CHANNEL_INTERLEAVED)
  const plane = heif._heif_image_get_plane_readonly(image, CHANNEL_INTERLEAVED, slot)
  if (plane === 0 || width <= 0 || height <= 0) return fail('picture.damaged')
  const data = copyRows(heif, { plane, stride: read32(heif, slot), row: width * bands, rows: height })
  return ok({ width, height, bands, data, profile: readProfile(heif, owned, handle) })
}

function copyRows(heif: Heif, rows: { plane: number; stride: number; row: number; rows: number }): Uint8Array {
  const { plane, stride, row } = rows
  const heap: Uint8Array = heif.HEAPU8
  const data = new Uint8Array(row * rows.rows)
  for (let at = 0; at < rows.rows; at++) {
    data.set(heap.subarray(plane + at * stride, plane + at * stride + row), at * row)
  }
  return data
}

function readProfile(heif: Heif, owned: Owned, handle: number): Pixels['profile'] {
  const error = owned.bytes(ERROR_BYTES)
  const length = heif._heif_image_handle_get_raw_color_profile_size(handle)
  if (length > 0) {
    const memory = owned.bytes(length)
    heif._heif_image_handle_get_raw_color_profile(error, handle, memory)
    return read32(heif, error) === 0 ? heif.HEAPU8.slice(memory, memory + length) : null
  }
  const slot = owned.bytes(4)
  heif._heif_image_handle_get_nclx_color_profile(error, handle, slot)
  if (read32(heif, error) !== 0) return null
  const nclx = read32(heif, slot)
  owned.add(() => heif._heif_nclx_color_profile_free(nclx))
  return read32(heif, nclx + NCLX_PRIMARIES) === PRIMARIES_P3 ? 'p3' : null
}

/** The heap moves when it grows, so it is never kept. */
function read32(heif: Heif, address: number): number {
  const heap: Uint32Array = heif.HEAPU32
  return heap[address >>> 2] ?? 0
}

/** What one decoding has allocated, to be released in reverse order. */
class Owned {
  readonly #heif: Heif
  readonly #releases: (() => void)[] = []

  constructor(heif: Heif) {
    this.#heif = heif
  }

  /** Allocates memory. @throws RangeError if no memory is left */
  bytes(length: number): number {
    const address = this.#heif._malloc(length)
    if (address === 0) throw new RangeError('The decoder has no memory left.')
    this.add(() => this.#heif._free(address))
    return address
  }

  add(release: () => void): void {
    this.#releases.push(release)
  }

  release(): void {
    for (const release of this.#releases.toReversed()) release()
  }
}
