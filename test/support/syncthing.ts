import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { hasProgram } from './programs.ts'

/** Say why this machine cannot act as two computers. Returns `null` if it can. */
export const missingSyncthing = hasProgram('syncthing') ? null : 'Syncthing is not installed'

const FOLDER = 'library'
/** Timeout until both sides are in sync, in milliseconds. */
const TIMEOUT = 120_000

export interface SharedFolder {
  /** The library, as an absolute path. */
  library: string
  /** The folder for Syncthing's own files, as an absolute path; it is created. */
  home: string
  /** The user who runs it, if not the one who runs the tests. */
  owner?: { uid: number; gid: number }
}

/** Two instances of Syncthing that keep a folder in sync, as on two computers. */
export interface SyncedPair {
  /** Where each of them listens, and whom it contacts. */
  reach(): Promise<Reach[]>
  connect(): Promise<void>
  disconnect(): Promise<void>
  /** Wait until both have everything and know it. */
  settle(): Promise<void>
  /** A number for each side that grows with every change of a file there, including those from the other side. */
  changes(): Promise<[number, number]>
  stop(): Promise<void>
}

interface Instance {
  folder: SharedFolder
  id: string
  key: string
  gui: number
  port: number
  program: ChildProcess | null
}

/** Start both and wait until they are connected. They know nobody but each other, and use only the loopback device. */
export async function startPair(folders: readonly [SharedFolder, SharedFolder]): Promise<SyncedPair> {
  const one = await prepare(folders[0])
  const other = await prepare(folders[1])
  const pair = [one, other] as const
  await configure(one, other)
  await configure(other, one)
  await Promise.all(pair.map(start))

  const setConnected = async (isConnected: boolean) => {
    // One side is enough. If both rejected the other, they would wait long before they try again.
    await post(one, `system/${isConnected ? 'resume' : 'pause'}?device=${other.id}`)
    await until(async () => (await isConnectedTo(one, other)) === isConnected)
    await until(async () => (await isConnectedTo(other, one)) === isConnected)
  }
  const settle = async () => {
    for (let before = ''; ;) {
      await Promise.all(pair.map((instance) => post(instance, `db/scan?folder=${FOLDER}`)))
      await until(() => isAtRest(one, other))
      const after = (await changes()).join()
      if (after === before) return
      before = after
    }
  }
  const changes = async (): Promise<[number, number]> => {
    const [here, there] = [await statusOf(one), await statusOf(other)]
    if (here === null || there === null) throw new Error('Syncthing has ended.')
    return [here.sequence, there.sequence]
  }
  await until(() => isConnectedTo(one, other))
  return {
    reach: () => Promise.all(pair.map(reachOf)),
    connect: () => setConnected(true),
    disconnect: () => setConnected(false),
    settle,
    changes,
    stop: async () => void (await Promise.all(pair.map(stop))),
  }
}

async function prepare(folder: SharedFolder): Promise<Instance> {
  await mkdir(folder.home, { recursive: true })
  // By this folder, Syncthing recognizes that the disk is mounted.
  await mkdir(join(folder.library, '.stfolder'), { recursive: true })
  if (folder.owner !== undefined) {
    for (const path of [folder.home, folder.library, join(folder.library, '.stfolder')]) {
      await chown(path, folder.owner.uid, folder.owner.gid)
    }
  }
  const made = spawnSync(
    'syncthing',
    ['generate', '--home', folder.home, '--no-default-folder', '--skip-port-probing'],
    {
      ...asOwner(folder),
      encoding: 'utf8',
    },
  )
  const generated = await readFile(join(folder.home, 'config.xml'), 'utf8').catch(() => '')
  const id = /<device id="([A-Z2-7-]+)"/.exec(generated)?.[1]
  const key = /<apikey>(.+)<\/apikey>/.exec(generated)?.[1]
  if (id === undefined || key === undefined) throw new Error(`Syncthing could not be prepared: ${made.stderr}`)
  return { folder, id, key, gui: await freePort(), port: await freePort(), program: null }
}

/** Everything that would leave the loopback device is set; the rest is Syncthing's default. */
async function configure(own: Instance, other: Instance): Promise<void> {
  const device = ({ id, port }: Instance) => `
  <device id="${id}" name="${port}" compression="never">
    <address>tcp://127.0.0.1:${port}</address>
    <allowedNetwork>127.0.0.0/8</allowedNetwork>
  </device>`
  const xml = `<configuration version="36">
  <folder id="${FOLDER}" label="Lanyard" path="${own.folder.library}" type="sendreceive" rescanIntervalS="3600"
    fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="${own.id}"/>
    <device id="${other.id}"/>
    <minDiskFree unit="">0</minDiskFree>
    <maxConflicts>-1</maxConflicts>
  </folder>${device(own)}${device(other)}
  <gui enabled="true" tls="false">
    <address>127.0.0.1:${own.gui}</address>
    <apikey>${own.key}</apikey>
  </gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${own.port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <announceLANAddresses>false</announceLANAddresses>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <startBrowser>false</startBrowser>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <minHomeDiskFree unit="">0</minHomeDiskFree>
    <setLowPriority>false</setLowPriority>
  </options>
</configuration>
`
  await writeFile(join(own.folder.home, 'config.xml'), xml)
}

async function start(instance: Instance): Promise<void> {
  const { folder } = instance
  const args = ['serve', '--home', folder.home, '--no-browser', '--no-restart', '--no-upgrade', '--no-default-folder']
  const program = spawn('syncthing', args, { ...asOwner(folder), stdio: 'ignore' })
  instance.program = program
  await until(async () => {
    if (program.exitCode !== null) throw new Error('Syncthing ended at once.')
    return (await statusOf(instance))?.state === 'idle'
  })
}

async function stop({ program }: Instance): Promise<void> {
  if (program === null || program.exitCode !== null) return
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGTERM')
  const isGone = await Promise.race([ended.then(() => true), pause(5000, false, { ref: false })])
  if (!isGone) program.kill('SIGKILL')
  await ended
}

function asOwner({ home, owner }: SharedFolder) {
  return { ...owner, env: { PATH: process.env['PATH'] ?? '', HOME: home, STNOUPGRADE: '1', STNODEFAULTFOLDER: '1' } }
}

const statusSchema = z.object({
  state: z.string(),
  sequence: z.int(),
  needTotalItems: z.int(),
  pullErrors: z.int(),
  globalFiles: z.int(),
  globalDirectories: z.int(),
  globalBytes: z.int(),
})
type Status = z.infer<typeof statusSchema>
const completionSchema = z.object({ completion: z.number(), needItems: z.int(), needDeletes: z.int() })
const connectionsSchema = z.object({ connections: z.record(z.string(), z.object({ connected: z.boolean() })) })

const optionsSchema = z.object({
  listenAddresses: z.array(z.string()),
  globalAnnounceEnabled: z.boolean(),
  localAnnounceEnabled: z.boolean(),
  relaysEnabled: z.boolean(),
  natEnabled: z.boolean(),
  stunKeepaliveStartS: z.int(),
  urAccepted: z.int(),
  crashReportingEnabled: z.boolean(),
  autoUpgradeIntervalH: z.int(),
})
const devicesSchema = z.array(z.object({ addresses: z.array(z.string()) }))

/** Where Syncthing listens, and whom it contacts. */
export interface Reach {
  /** Its own address and the other's. */
  addresses: string[]
  /** The names of options that are on and would make it contact anybody else. */
  beyond: string[]
}

async function reachOf(instance: Instance): Promise<Reach> {
  const { listenAddresses, urAccepted, ...options } = await get(instance, 'config/options', optionsSchema)
  const devices = await get(instance, 'config/devices', devicesSchema)
  const beyond = Object.entries(options).flatMap(([name, value]) => (value === false || value === 0 ? [] : [name]))
  return {
    addresses: [...listenAddresses, ...devices.flatMap(({ addresses }) => addresses)],
    // -1 means: no, and do not ask.
    beyond: urAccepted < 0 ? beyond : [...beyond, 'urAccepted'],
  }
}

/** Returns `null` if nobody answers, as during the start. */
async function statusOf(instance: Instance): Promise<Status | null> {
  return await get(instance, `db/status?folder=${FOLDER}`, statusSchema).catch(() => null)
}

/** Whether neither has anything to fetch, and both know about the same files. */
async function isAtRest(one: Instance, other: Instance): Promise<boolean> {
  if (!(await hasEverything(one, other)) || !(await hasEverything(other, one))) return false
  const [here, there] = [await statusOf(one), await statusOf(other)]
  if (here === null || there === null || !isIdle(here) || !isIdle(there)) return false
  // A side that does not know about a change yet has nothing to fetch either.
  return knownTo(here) === knownTo(there)
}

function knownTo({ globalFiles, globalDirectories, globalBytes }: Status): string {
  return [globalFiles, globalDirectories, globalBytes].join()
}

function isIdle({ state, needTotalItems, pullErrors }: Status): boolean {
  return state === 'idle' && needTotalItems === 0 && pullErrors === 0
}

/** Whether the other side has confirmed that it has everything. */
async function hasEverything(own: Instance, other: Instance): Promise<boolean> {
  const there = await get(own, `db/completion?folder=${FOLDER}&device=${other.id}`, completionSchema)
  return there.completion === 100 && there.needItems === 0 && there.needDeletes === 0
}

async function isConnectedTo(own: Instance, other: Instance): Promise<boolean> {
  const { connections } = await get(own, 'system/connections', connectionsSchema)
  return connections[other.id]?.connected === true
}

async function get<T>(instance: Instance, path: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await ask(instance, path, 'GET')).json())
}

async function post(instance: Instance, path: string): Promise<void> {
  await ask(instance, path, 'POST')
}

async function ask({ gui, key }: Instance, path: string, method: 'GET' | 'POST'): Promise<Response> {
  const answer = await fetch(`http://127.0.0.1:${gui}/rest/${path}`, { method, headers: { 'X-API-Key': key } })
  if (!answer.ok) throw new Error(`Syncthing answered ${path} with ${answer.status}: ${await answer.text()}`)
  return answer
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + TIMEOUT
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('Syncthing does not come to rest.')
    await pause(50)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
