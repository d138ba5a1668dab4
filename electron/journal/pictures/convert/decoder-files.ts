/** Vite looks for this name; see the thread for exports. */
const here = import.meta.url

/**
 * The decoders are WebAssembly files of their own, which anybody may exchange for other versions of the same library: the
 * LGPL asks for that. The build puts them into a folder, and resolves these addresses relative to this file.
 */
export const decoderFiles = {
  from: here,
  /** libvips: JPEG, PNG, GIF, WebP, AVIF and TIFF, and every step between reading and writing. */
  vips: import.meta.resolve('wasm-vips'),
  /** libheif with libde265: HEIC. */
  heif: import.meta.resolve('libheif-js/libheif-wasm/libheif.js'),
} as const
