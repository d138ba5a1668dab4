import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { type Dictionary, licenseText, readDictionaryList } from '../dictionaries/dictionary-list.ts'
import { isLibrary, type Notice, shippingProblem, writeNotices } from './notice.ts'
import { packageFolder, packageNotice } from './package-notice.ts'

/**
 * Collect the licences of every package that ends up in a bundle. Returns a plugin for each bundle; all of them write to
 * one file. The build fails if a package must not be passed on or brings no text of its licence.
 *
 * rollup-plugin-license was tried. It sees only modules with code, so it misses the fonts, which come as assets and whose
 * licence has to be passed on; it writes one file per bundle, and has no place for data such as the dictionaries.
 *
 * @param file where the notices are written
 * @param dictionaries the folder of the spelling dictionaries, which are shipped too
 */
export function collectNotices(file: string, dictionaries: string): () => Plugin {
  const folders = new Set<string>()
  return () => {
    let root = ''
    return {
      name: 'lanyard:notices',
      configResolved: (config) => {
        ;({ root } = config)
      },
      generateBundle: (_, bundle) => {
        const modules = Object.values(bundle).flatMap((output) =>
          output.type === 'asset' ? output.originalFileNames : Object.keys(output.modules),
        )
        for (const module of modules) {
          const folder = packageFolder(resolve(root, module))
          if (folder !== null) folders.add(folder)
        }
      },
      closeBundle: async () => {
        const packages = [...folders].map(packageNotice)
        const data = readDictionaryList(dictionaries).map((dictionary) => dictionaryNotice(dictionaries, dictionary))
        const problems = [
          ...packages.map((notice) => shippingProblem(notice, isLibrary(notice.name) ? 'library' : 'program')),
          ...data.map((notice) => shippingProblem(notice, 'data')),
        ].filter((problem) => problem !== null)
        if (problems.length > 0) throw new Error(`Some packages cannot be shipped.\n${problems.join('\n')}`)
        await writeFile(file, writeNotices([...packages, ...data]))
      },
    }
  }
}

function dictionaryNotice(folder: string, dictionary: Dictionary): Notice {
  const { license, package: name, version, from } = dictionary
  return { name, version, license, from, text: licenseText(folder, dictionary) }
}
