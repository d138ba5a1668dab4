import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { type Dictionary, licenseText, readDictionaryList } from '../dictionaries/dictionary-list.ts'
import { type Notice, whyNot, writeNotices } from './notice.ts'
import { packageFolder, packageNotice } from './package-notice.ts'

/**
 * Writes down what the bundles really contain: a plugin for each of them, which add to one file. A package that is
 * installed and not used is not in it; one that may not be passed on, or that has no text of its licence, ends the build.
 *
 * @param file where the notices are written
 * @param dictionaries the folder of the dictionaries that are shipped too
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
          ...packages.map((notice) => whyNot(notice, 'program')),
          ...data.map((notice) => whyNot(notice, 'data')),
        ].filter((problem) => problem !== null)
        if (problems.length > 0) throw new Error(`Not everything may be shipped.\n${problems.join('\n')}`)
        await writeFile(file, writeNotices([...packages, ...data]))
      },
    }
  }
}

function dictionaryNotice(folder: string, dictionary: Dictionary): Notice {
  const { license, package: name, version, from } = dictionary
  return { name, version, license, from, text: licenseText(folder, dictionary) }
}
