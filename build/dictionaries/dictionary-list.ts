import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** One dictionary: what Chromium wants of it, where it is from, and under which terms it is passed on. */
const dictionarySchema = z.strictObject({
  /** As Chromium and the menu name it. */
  language: z.string(),
  /** As Chromium looks for it in the user's folder; its version is written in Chromium's spellcheck_common.cc. */
  file: z.string().regex(/^[\w-]+\.bdic$/),
  /** The package on npm that holds the words, in Hunspell's form, and its licence. */
  package: z.string(),
  version: z.string(),
  /** Who keeps the words. */
  from: z.string(),
  /** Where its makers leave a choice, the one that was made. */
  license: z.string(),
  /** The name in `licenses` of a text that the package names and does not hold; `null`: it holds all of it. */
  text: z.string().nullable(),
  /** Of the package, as npm writes it. */
  integrity: z.string(),
  /** Of the dictionary that was made of it, in hex. */
  sha256: z.string(),
})

export type Dictionary = z.infer<typeof dictionarySchema>

/** What is said of the dictionaries, beside them. */
export const listName = 'dictionaries.json'

/** @param folder of the dictionaries: this one, wherever the code that reads it has been bundled to */
export function readDictionaryList(folder: string): Dictionary[] {
  return z.array(dictionarySchema).parse(JSON.parse(readFileSync(join(folder, listName), 'utf8')))
}

/** As it is kept here and shipped, less than half as large. */
export const packedName = ({ file }: Pick<Dictionary, 'file'>) => `${file}.gz`

/** Everything that has to be read by who gets the dictionary. */
export function licenseText(folder: string, { language, text }: Dictionary): string {
  return (text === null ? [language] : [language, text])
    .map((name) => readFileSync(join(folder, 'licenses', `${name}.txt`), 'utf8').trim())
    .join('\n\n')
}
