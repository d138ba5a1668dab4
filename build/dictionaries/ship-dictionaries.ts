import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { packedName, readDictionaryList } from './dictionary-list.ts'

/** Copy the dictionaries into the build, so that only `out` has to be shipped. */
export function shipDictionaries(from: string, to: string): Plugin {
  return {
    name: 'lanyard:dictionaries',
    async closeBundle() {
      await rm(to, { recursive: true, force: true })
      await mkdir(to, { recursive: true })
      const names = readDictionaryList(from).map(packedName)
      await Promise.all(names.map((name) => cp(join(from, name), join(to, name))))
    },
  }
}
