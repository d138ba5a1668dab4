import type { WebPictureType } from '../../../shared/pictures.ts'

/** How large pictures leave: small enough for the web, or with all their pixels. */
export type PictureSize = 'web' | 'full'

/** What the readers of a picture can show. */
export interface PictureSupport {
  types: readonly WebPictureType[]
  /**
   * Whether they respect the orientation and the colour profile in a picture's file. If not, both are applied to its
   * pixels.
   */
  readsMetadata: boolean
  /** Widths of smaller copies that the target offers to small screens, in pixels; default: none. */
  copyWidths?: readonly number[]
}

/** In what form a picture is needed. */
export interface PictureWish {
  size: PictureSize
  support: PictureSupport
}

/** Maximum length of the longer side of a picture for the web, in pixels. */
export const WEB_SIDE = 1600
/** Maximum size of the file of a picture for the web, in bytes. */
export const WEB_BYTES = 400_000

/** A smaller copy of a picture. */
export interface PictureCopy {
  data: Uint8Array
  /** In pixels. */
  width: number
}

/** A picture in the form in which it was needed. */
export interface PreparedPicture {
  /** `null` if the original has that form already. */
  data: Uint8Array | null
  mediaType: WebPictureType
  /** As it is shown, in pixels. */
  width: number
  height: number
  /** The smallest first. Each has the type of the picture. */
  copies: PictureCopy[]
}
