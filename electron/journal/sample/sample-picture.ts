import { sampleId } from './sample-id.ts'

/** A picture of a sample trip, drawn for it. */
export interface SamplePicture {
  id: string
  /** The name of its file in the trip's `photos` folder. */
  file: string
  data: Uint8Array
  alt: string
  caption: string
}

/** @param address the PNG as a data address, so that it is part of the code that is only loaded for the sample */
export function samplePicture(name: string, address: string, alt: string, caption: string): SamplePicture {
  const base64 = address.slice(address.indexOf(',') + 1)
  return { id: sampleId(name), file: `${name}.png`, data: new Uint8Array(Buffer.from(base64, 'base64')), alt, caption }
}
