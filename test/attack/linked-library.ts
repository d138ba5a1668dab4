import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createEngine, type Engine } from '../../electron/journal/engine.ts'
import { describePhoto } from '../../electron/journal/library/photo-data.ts'
import { encodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { ok } from '../../electron/shared/result.ts'
import type { Photo, Trip } from '../../electron/shared/trip.ts'
import { handMadeZip, somePicture, tripFiles } from '../support/archives.ts'
import { someNote, tripWith, valueOf } from '../support/library.ts'
import { onePixel } from '../support/trips.ts'
import { engineOver } from '../torture/restart.ts'
import { CANARY, type Canaries, plantCanaries } from './canaries.ts'
import { oddNames, waysTo } from './corpora/paths.ts'
import type { Known } from './invent-input.ts'

/** A library with links that lead out of it, and what is beside it. */
export interface LinkedLibrary {
  engine: Engine
  canaries: Canaries
  known: Known
  /** The folder with the private files, beside the library. */
  secrets: string
  /** The addresses that the engine asked the shell to open. */
  opened: string[]
  /** Trips with pictures. All but the first one's are links that lead out. */
  trips: readonly Trip[]
}

interface Pictured {
  trip: Trip
  photo: Photo
  data: Uint8Array
}

const VERSION = '20260414T101500000Z'

/**
 * Makes a library in a folder. Beside it are private files, and in it are links to them: in place of a picture, of the
 * folder of pictures, of a copy by a sync program, of a version, and of the folder of versions.
 *
 * @param documents an existing, empty folder
 */
export async function makeLinkedLibrary(documents: string): Promise<LinkedLibrary> {
  const library = join(documents, 'Lanyard')
  const secrets = join(documents, 'private')
  const whole = pictured(somePicture(1).data)
  const linkedPicture = pictured(secretPicture(2))
  const linkedFolder = pictured(secretPicture(3))
  const linkedCopy = pictured(somePicture(4).data)
  const trips = [whole, linkedPicture, linkedFolder, linkedCopy]
  await createTrips(documents, trips)
  const canaries = await plantCanaries(
    new Map<string, Uint8Array | string>([
      [join(documents, 'secret.png'), secretPicture(1)],
      [join(secrets, 'secret.png'), secretPicture(1)],
      [join(secrets, 'trip.json'), secretTrip(whole)],
      [join(secrets, 'secret).json'), secretTrip(whole)],
      [join(secrets, 'picture.png'), linkedPicture.data],
      [join(secrets, photoPath(linkedFolder)), linkedFolder.data],
      [join(secrets, 'copy.json'), secretTrip(linkedCopy)],
      [join(secrets, 'version.json.gz'), gzipSync(secretTrip(whole))],
      [join(secrets, 'history', `${VERSION}.json.gz`), gzipSync(secretTrip(linkedCopy))],
      [join(secrets, 'history', 'trip.version-1.json'), secretTrip(linkedCopy)],
      [join(secrets, 'history', 'about.json'), JSON.stringify({ folder: 'x', title: CANARY })],
      [join(`${library}-private`, 'trip.json'), secretTrip(whole)],
    ]),
    [documents, secrets, join(secrets, 'photos'), join(secrets, 'history'), `${library}-private`],
  )
  const folderOf = async ({ trip }: Pictured) => {
    const named = (await readdir(library)).find((name) => name.endsWith(trip.tags[0] ?? ''))
    if (named === undefined) throw new Error(`There is no folder of ${trip.title}`)
    return join(library, named)
  }
  await replaceByLink(join(secrets, 'picture.png'), join(await folderOf(linkedPicture), photoPath(linkedPicture)))
  await replaceByLink(join(secrets, 'photos'), join(await folderOf(linkedFolder), 'photos'))
  await replaceByLink(join(secrets, 'copy.json'), join(await folderOf(linkedCopy), copyNamed('ada')))
  await replaceByLink(join(secrets, 'history'), join(library, '.history', linkedCopy.trip.id))
  await replaceByLink(join(secrets, 'version.json.gz'), join(library, '.history', whole.trip.id, `${VERSION}.json.gz`))

  // And one copy that is a file, as a sync program leaves it.
  const theirs = { ...linkedCopy.trip, venue: 'Their venue', updatedAt: '2026-05-01T10:00:00Z' }
  await writeFile(join(await folderOf(linkedCopy), copyNamed('eva')), encodeTrip(theirs).slice())

  const opened: string[] = []
  const engine = await createEngine({
    settingsFile: join(documents, 'own', 'settings.json'),
    documents,
    version: '0.0.0',
    shell: {
      kind: 'browser',
      chooseFolder: null,
      showInFolder: null,
      openLink: async (url) => void opened.push(url),
    },
  })
  valueOf(await engine.context.settings.save({ backup: join(documents, 'Backup') }))
  const known: Known = {
    values: new Map(
      Object.entries({
        tripId: trips.map(({ trip }) => trip.id),
        entryId: trips.flatMap(({ trip }) => trip.entries.map(({ id }) => id)),
        before: trips.flatMap(({ trip }) => trip.entries.map(({ id }) => id)),
        photoId: trips.map(({ photo }) => photo.id),
        versionId: [VERSION],
        trashId: waysTo(['private'])
          .slice(0, 50)
          .map((way) => `2026-04-14T10-15-00.000Z-${way}`),
        folder: await readdir(library),
        name: [copyNamed('ada'), copyNamed('eva')],
      }),
    ),
    paths: hostilePaths(),
    plainPaths: ['secret.png', 'trip.json', 'secret).json'].flatMap((name) => [
      `../../private/${name}`,
      join(secrets, name),
      copyNamed(`/../../../private/${name.replace(').json', '')}`),
    ]),
    files: hostileFiles(whole),
  }
  return { engine, canaries, known, secrets, opened, trips: trips.map(({ trip }) => trip) }
}

const text = (written: string) => new TextEncoder().encode(written)

const secretTrip = ({ trip }: Pictured) => encodeTrip({ ...trip, title: CANARY }).slice()

const photoPath = ({ photo }: Pictured) => join('photos', photo.file)

/** The name that Seafile gives to a conflicting copy of a trip's file. */
const copyNamed = (who: string) => `trip (SFConflict ${who}).json`

function hostilePaths(): string[] {
  const ways = [
    ['private', 'secret.png'],
    ['private', 'trip.json'],
    ['Lanyard-private', 'trip.json'],
    ['private'],
    ['secret.png'],
  ].flatMap((way) => waysTo(way))
  return [
    ...ways,
    // Names that begin and end as that of a copy by a sync program.
    ...waysTo(['private', 'secret']).flatMap((way) => [
      copyNamed(`/${way}`),
      copyNamed(way),
      `trip (Ada's conflicted copy 2026-04-14/${way}).json`,
    ]),
    copyNamed('ada'),
    ...oddNames,
  ]
}

function hostileFiles({ trip, photo, data }: Pictured): Uint8Array[] {
  return [
    onePixel,
    data,
    handMadeZip(tripFiles({ ...trip, id: crypto.randomUUID() }, [{ photo, data }])),
    handMadeZip(tripFiles(trip, [{ photo, data }])),
    handMadeZip([{ name: '../evil.txt', data: 'evil' }]),
    encodeTrip(trip).slice(),
    handMadeZip(tripFiles({ ...trip, title: 'Changed', updatedAt: '2026-06-01T10:00:00Z' })),
    text('# A report\n\n## 14 April 2026\n\n![](../../private/secret.png) ![](/etc/passwd)\n'),
    text('---\ntitle: x\nphotos: ../../private\n---\n\n<img src="file:///etc/passwd">\n'),
    text('{"__proto__":{"polluted":true}}'),
    text('<svg xmlns="http://www.w3.org/2000/svg"><script>attack()</script></svg>'),
    new Uint8Array(0),
    new Uint8Array(100_000).fill(0xff),
  ]
}

/** A picture that must not be seen. */
function secretPicture(seed: number): Uint8Array {
  return new Uint8Array(Buffer.concat([onePixel, Buffer.from(CANARY), Buffer.alloc(50, seed)]))
}

function pictured(data: Uint8Array): Pictured {
  const photo = valueOf(describePhoto(data, 'picture.png'))
  const notes = [
    someNote({ title: 'Arrival', text: `Two trains.\n\n![The station](photo:${photo.id})` }),
    someNote({ title: 'Lunch' }),
  ]
  // The title is part of the folder's name, by which it is found again.
  const name = `trip${data.at(-1) ?? 0}`
  return { trip: { ...tripWith(notes, { title: name, tags: [name] }), photos: [photo] }, photo, data }
}

async function createTrips(documents: string, trips: readonly Pictured[]): Promise<void> {
  const engine = await engineOver(documents)
  const { library } = engine.context
  for (const { trip, photo, data } of trips) {
    valueOf(await library.create(trip, new Map([[photo.id, data]])))
    valueOf(await library.update(trip.id, (kept) => ok({ ...kept, venue: 'Elsewhere' })))
    valueOf(await library.keepVersion(trip.id))
  }
  await engine.close()
  // Lanyard may write into these. They exist before the private files do, so that nothing may be added beside them.
  for (const name of ['own', 'Lanyard exports', 'Backup']) await mkdir(join(documents, name), { recursive: true })
}

async function replaceByLink(target: string, path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
  await symlink(target, path)
}
