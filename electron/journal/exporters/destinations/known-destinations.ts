import { type Destination, MAX_DESTINATIONS } from '../../../shared/destinations.ts'
import { foldName } from '../../../shared/fold-text.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { FileSystem } from '../../disk/file-system.ts'
import type { SettingsFile } from '../../library/settings-file.ts'
import { unknownTarget } from '../export-failures.ts'
import { exporters } from '../index.ts'
import { parseOptions } from '../parse-options.ts'
import { fitsSites } from './export-to-site.ts'
import type { SiteRecords } from './site-records.ts'

/** Adds a destination, or changes the one with its id. */
export async function saveDestination(
  settings: SettingsFile,
  destination: Destination,
): Promise<Result<Destination[]>> {
  const exporter = exporters.find(({ id }) => id === destination.target)
  if (exporter === undefined) return unknownTarget(destination.target, exporters.filter(fitsSites))
  if (!fitsSites(exporter)) return fail('destination.target', { target: exporter.name })
  const options = parseOptions(exporter.options, destination.options)
  if (!options.ok) return options
  const name = foldName(destination.name)
  // Both are given to the same option of the command line.
  if (exporters.some(({ id }) => id === name)) return fail('destination.name-of-target', { name: destination.name })
  const saved = await settings.save(({ destinations }) => {
    const others = destinations.filter(({ id }) => id !== destination.id)
    if (others.some((other) => foldName(other.name) === name)) {
      return fail('destination.name-taken', { name: destination.name })
    }
    if (others.length >= MAX_DESTINATIONS) return fail('destination.too-many', { max: MAX_DESTINATIONS })
    const isKnown = others.length < destinations.length
    return ok({
      destinations: isKnown
        ? destinations.map((one) => (one.id === destination.id ? destination : one))
        : [...destinations, destination],
    })
  })
  return saved.ok ? ok(saved.value.destinations) : saved
}

/** Forgets a destination and what was written there. Nothing changes in the site. */
export async function removeDestination(
  settings: SettingsFile,
  records: SiteRecords,
  destinationId: string,
): Promise<Result<Destination[]>> {
  const saved = await settings.save(({ destinations }) =>
    ok({ destinations: destinations.filter(({ id }) => id !== destinationId) }),
  )
  if (!saved.ok) return saved
  // Without its destination, a record is never read again.
  await records.forget(destinationId).catch(() => {})
  return ok(saved.value.destinations)
}

/** Files and folders that are in every site of a kind, and that others rarely have. The first that match decide. */
const signs: readonly [target: string, ...names: RegExp[]][] = [
  ['hugo', /^hugo\.(?:toml|ya?ml|json)$/],
  ['hugo', /^config\.(?:toml|ya?ml|json)$/, /^archetypes$/],
  ['zola', /^config\.toml$/, /^content$/],
  ['hexo', /^_config\.yml$/, /^scaffolds$/],
  ['jekyll', /^_config\.ya?ml$/],
  ['eleventy', /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/],
  ['astro', /^astro\.config\.[cm]?[jt]s$/],
  ['docusaurus', /^docusaurus\.config\.[cm]?[jt]s$/],
  ['vitepress', /^\.vitepress$/],
  ['pelican', /^pelicanconf\.py$/],
  ['nikola', /^conf\.py$/, /^posts$/],
  ['mkdocs', /^mkdocs\.ya?ml$/],
  ['quarto', /^_quarto\.ya?ml$/],
]

/** The target for the site in a folder, by the names of the files in it; `null` if they do not say. */
export async function guessTarget(folder: string, fileSystem: FileSystem): Promise<string | null> {
  const items = await fileSystem.readFolder(folder).catch(() => [])
  const found = signs.find(([, ...names]) => names.every((name) => items.some((item) => name.test(item.name))))
  return found?.[0] ?? null
}
