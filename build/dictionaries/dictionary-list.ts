import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A spelling dictionary: how Chromium finds it, where it comes from, and under which terms it is passed on. */
const dictionarySchema = z.strictObject({
  /** A language tag, as in Chromium and in the menu. */
  language: z.string(),
  /** The name under which Chromium looks for it in the user's folder. Chromium's spellcheck_common.cc has its version. */
  file: z.string().regex(/^[\w-]+\.bdic$/),
  /** The npm package with the words, in Hunspell's format, and the licence. */
  package: z.string(),
  version: z.string(),
  /** The address of the project that maintains the words. */
  from: z.string(),
  /** An SPDX expression. If the makers leave a choice, this is the one that we made. */
  license: z.string(),
  /** The name in `licenses` of a licence text that is missing from the package; `null` if it is complete. */
  text: z.string().nullable(),
  /** The checksum of the package, as npm writes it. */
  integrity: z.string(),
  /** The checksum of the dictionary that was made from it, in hex. */
  sha256: z.string(),
})

export type Dictionary = z.infer<typeof dictionarySchema>

/** The file that lists the dictionaries, in their folder. */
export const listName = 'dictionaries.json'

/** Read the list of dictionaries from their folder. */
export function readDictionaryList(folder: string): Dictionary[] {
  return z.array(dictionarySchema).parse(JSON.parse(readFileSync(join(folder, listName), 'utf8')))
}

/** The name of the compressed file, which is the one in the repository and in the packages. */
export const packedName = ({ file }: Pick<Dictionary, 'file'>) => `${file}.gz`

/** The whole licence of a dictionary, which everybody who gets it must be able to read. */
export function licenseText(folder: string, { language, text }: Dictionary): string {
  return (text === null ? [language] : [language, text])
    .map((name) => readFileSync(join(folder, 'licenses', `${name}.txt`), 'utf8').trim())
    .join('\n\n')
}
