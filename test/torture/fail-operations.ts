import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createEngine } from '../../electron/journal/engine.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { createBrokenDisk } from '../support/broken-disk.ts'
import { actions, type FaultAction, prepareLibrary, type Scene, seeLibrary } from './fault-actions.ts'
import { type Random, seeded } from './random.ts'
import { engineOver, temporaryFiles } from './restart.ts'
import { count, emptyRow, repeat, type Row } from './row.ts'

export interface OperationOptions {
  /** Number of faults; a number above that of all possible faults means each of them once. */
  runs: number
  seed: number
}

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EMFILE'] as const

/** What is done, and which operation of the disk fails meanwhile, and how. */
interface Fault {
  action: FaultAction
  which: number
  /** One of Node's errors, once or from then on; or a write that silently writes only half of its data. */
  how: { code: string; forGood: boolean } | 'short write'
}

/**
 * R3: whatever a user does, and whichever operation of the disk fails, they find either the old state or the new one
 * afterwards, and the new one if the action was reported as done; the same action succeeds once the disk works again.
 */
export async function failOperations({ runs, seed }: OperationOptions): Promise<Row> {
  const row = emptyRow('R3', 'an operation of the disk fails')
  const all = await findFaults()
  const chosen = runs >= all.length ? all : draw(all, runs, seeded(seed))
  let refusals = 0
  await repeat(row, chosen.length, 4, async (index) => {
    const fault = chosen[index]
    if (fault === undefined) throw new Error('There are not so many faults.')
    const seen = await tryOne(fault)
    if (!seen.isDone) refusals++
    count(row, {
      ...seen,
      acknowledged: seen.isDone ? 1 : 0,
      faults: seen.faults.map((text) => `${nameOf(fault)}: ${text}`),
    })
  })
  row.remark = `of ${all.length} faults in ${actions.length} actions; ${refusals} refused`
  return row
}

/** Each action with each of the operations that it needs, and each way to fail. */
async function findFaults(): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const action of actions) {
    const { documents, disk, engine, scene } = await open()
    await action.run(engine, scene)
    await engine.close()
    const [steps, writes] = [disk.operations.length, disk.operations.filter(({ name }) => name === 'append').length]
    for (let which = 1; which <= steps; which++) {
      for (const code of codes) {
        for (const forGood of [false, true]) faults.push({ action, which, how: { code, forGood } })
      }
    }
    for (let which = 1; which <= writes; which++) faults.push({ action, which, how: 'short write' })
    await rm(documents, { recursive: true, force: true })
  }
  return faults
}

async function open() {
  const documents = await mkdtemp(join(tmpdir(), 'lanyard-faults-'))
  const scene = await prepareLibrary(documents)
  const disk = createBrokenDisk()
  const engine = await createEngine({
    settingsFile: join(documents, 'own', 'settings.json'),
    library: join(documents, 'Lanyard'),
    documents,
    version: '0.0.0',
    shell: { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null },
    fileSystem: disk,
  })
  // As in the window, where the trip is open before anything is done to it.
  await engine.handlers['library.list']({})
  await engine.handlers['trips.open']({ tripId: scene.tripId })
  await engine.context.library.history.settled()
  disk.reset()
  return { documents, disk, engine, scene }
}

async function tryOne({ action, which, how }: Fault) {
  const { documents, disk, engine, scene } = await open()
  const faults: string[] = []
  const before = await seeAnew(documents, scene)
  if (how === 'short write') disk.cutWrite(which)
  else disk.fail(which, how.code, how.forGood)
  const answer = await action.run(engine, scene)
  disk.reset()
  const after = await seeAnew(documents, scene)
  const expected = action.change(structuredClone(before))
  const isDone = isDeepStrictEqual(after, expected)
  if (!isDone && !isDeepStrictEqual(after, before))
    faults.push(`there is neither the old state nor the new: ${JSON.stringify(after)}`)
  if (!answer.ok && !/^(disk|library|version|trip)\./.test(answer.error.code))
    faults.push(`it was refused as ${answer.error.code}`)
  if (!answer.ok && !render(answer.error).endsWith('.')) faults.push('it is not told in a sentence')
  if (!isDone && !answer.ok) {
    const again = await action.run(engine, scene)
    if (!again.ok) faults.push(`on a disk that works again, it was refused: ${render(again.error)}`)
    else if (!isDeepStrictEqual(await seeAnew(documents, scene), expected))
      faults.push('the second try came to something else')
  }
  await engine.close()
  // After a restart.
  await seeAnew(documents, scene)
  const temporary = await temporaryFiles(documents)
  await rm(documents, { recursive: true, force: true })
  return { lost: answer.ok && !isDone ? 1 : 0, temporary, faults, isDone: answer.ok }
}

/** What a user finds who starts Lanyard on a disk that works. */
async function seeAnew(documents: string, scene: Scene) {
  const engine = await engineOver(documents)
  const seen = await seeLibrary(engine, scene)
  await engine.close()
  return seen
}

/**
 * A random selection of faults. The number of operations of an action varies a little because versions are kept in the
 * background, so the selection for one action does not depend on the others.
 */
function draw(all: readonly Fault[], runs: number, random: Random): Fault[] {
  return Array.from({ length: runs }, () => {
    const action = random.pick(actions)
    return random.pick(all.filter((fault) => fault.action === action))
  })
}

function nameOf({ action, which, how }: Fault): string {
  return `${action.name}, operation ${which}, ${how === 'short write' ? how : `${how.code} ${how.forGood ? 'for good' : 'once'}`}`
}
