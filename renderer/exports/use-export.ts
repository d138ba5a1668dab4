import { useCallback, useState } from 'react'
import type { ExportMemory, ExportSummary, ExportTarget } from '../../electron/shared/contract/exports.ts'
import { destinationTarget } from '../../electron/shared/destination-target.ts'
import type { ConflictSide, Destination } from '../../electron/shared/destinations.ts'
import type { OptionValue } from '../../electron/shared/export-options.ts'
import { type Failure, ok, type Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { type UsedJob, useJob } from '../bridge/use-job.ts'
import { useTrip } from '../state/open-trip.ts'
import { copyToClipboard } from './copy-to-clipboard.ts'
import { beginDecisions, choiceOf, decide, type Decisions } from './decisions.ts'
import { type Entered, enteredOf, readOptions } from './option-fields.tsx'

export type Stage =
  | { name: 'choosing'; failure: Failure | null }
  | { name: 'running' }
  /** The site and the report have changed the same passages. Nothing was written. */
  | { name: 'deciding'; decisions: Decisions }
  | { name: 'done'; summary: ExportSummary; isCopied: boolean }

/** What the dialog needs from the engine before it can export. */
export interface Offer {
  targets: readonly ExportTarget[]
  destinations: readonly Destination[]
  memory: ExportMemory
}

/** An export in the making: what was chosen, how far it is, and what came of it. */
export interface UsedExport extends Pick<UsedJob, 'progress' | 'cancel' | 'show' | 'open'> {
  offer: Offer | null
  /** Why nothing can be offered. */
  problem: Failure | null
  /** The chosen target, or that of the chosen destination. */
  target: ExportTarget | null
  /** `null` if a target is chosen. */
  destination: Destination | null
  entered: Entered
  /** Whether it can begin, now or as soon as there is an offer. */
  isReady: boolean
  stage: Stage
  /** @param id a target's, or that of a destination among the targets */
  choose: (id: string) => void
  enter: (entered: Entered) => void
  chooseFolder: () => Promise<void>
  /** Offers other destinations, and chooses one of them. */
  offerDestinations: (destinations: readonly Destination[], chosen: Destination | null) => void
  /** @param replace whether to replace what has the export's name, even if somebody has changed it */
  begin: (replace: boolean) => Promise<void>
  /** Chooses a side for the conflict with this id, or for all of them. */
  decide: (side: ConflictSide, id: string | null) => void
  /** Exports to the chosen destination again, with everything decided. */
  write: () => Promise<void>
  /** Goes back to the choice. */
  goBack: () => void
}

/** Begins with the target, the options and the folder of the report's last export. */
export function useExport(tripId: string, reportId: string): UsedExport {
  const ask = useCallback(() => askForOffer(tripId, reportId), [tripId, reportId])
  const { value, problem } = useAnswer(ask)
  const [chosen, setChosen] = useState<string | null>(null)
  const [entered, setEntered] = useState<ReadonlyMap<string, Entered>>(new Map())
  const [memory, setMemory] = useState<ExportMemory | null>(null)
  const [destinations, setDestinations] = useState<readonly Destination[] | null>(null)
  const [stage, setStage] = useState<Stage>({ name: 'choosing', failure: null })
  const { progress, run, cancel, show, open } = useJob()

  const offer = value && { ...value, ...(memory && { memory }), ...(destinations && { destinations }) }
  const choice = offer && choiceFrom(offer, chosen, entered)
  const fail = (failure: Failure | null) => setStage({ name: 'choosing', failure })

  const send = async (replace: boolean, decisions: Decisions | null) => {
    setStage({ name: 'running' })
    // Enter can come before the offer, which takes a moment. It means: as last time.
    const asked = offer === null ? await askForOffer(tripId, reportId) : ok(offer)
    if (!asked.ok) return fail(asked.error)
    const { destination, target, options } = choiceFrom(asked.value, chosen, entered)
    if (destination === null) {
      const order = { tripId, reportId, target: target.id, ...(options && { options }), replace }
      const outcome = await run('exports.run', () => afterSaving(order))
      return outcome.ok ? setStage(await doneWith(outcome.value)) : fail(outcome.error)
    }
    const order = {
      tripId,
      reportId,
      destinationId: destination.id,
      choice: decisions ? choiceOf(decisions) : ('ask' as const),
    }
    const outcome = await run('destinations.export', () => afterSaving(order))
    if (!outcome.ok) return fail(outcome.error)
    const { value: came } = outcome
    return setStage(
      came.kind === 'written'
        ? await doneWith(came.summary)
        : { name: 'deciding', decisions: beginDecisions(came, decisions) },
    )
  }

  return {
    offer,
    problem,
    target: choice?.target ?? null,
    destination: choice?.destination ?? null,
    entered: choice?.entered ?? {},
    isReady: choice === null || choice.destination !== null || choice.options !== null,
    stage,
    progress,
    cancel,
    show,
    open,
    choose(id) {
      setChosen(id)
      fail(null)
    },
    enter: (of) => choice && setEntered(new Map(entered).set(choice.target.id, of)),
    async chooseFolder() {
      const answer = await bridge.call('exports.chooseFolder', { tripId, reportId })
      if (!answer.ok) fail(answer.error)
      else if (answer.value) {
        setMemory(answer.value)
        fail(null)
      }
    },
    offerDestinations(next, one) {
      setDestinations(next)
      setChosen(one && destinationTarget(one))
      fail(null)
    },
    begin: (replace) => send(replace, null),
    decide(side, id) {
      setStage((now) => (now.name === 'deciding' ? { ...now, decisions: decide(now.decisions, side, id) } : now))
    },
    async write() {
      if (stage.name === 'deciding') await send(false, stage.decisions)
    },
    goBack: () => fail(null),
  }
}

/** Unsaved text is saved first, so that the export includes it. */
async function afterSaving<T>(order: T): Promise<Result<T>> {
  const saved = await useTrip.getState().saveAll('export')
  return saved.ok ? ok(order) : saved
}

interface Choice {
  target: ExportTarget
  destination: Destination | null
  entered: Entered
  /** `null` if what was entered is not valid. */
  options: Record<string, OptionValue> | null
}

/** What is chosen now: by hand, or else in the last export. */
function choiceFrom(offer: Offer, chosen: string | null, entered: ReadonlyMap<string, Entered>): Choice {
  const { targets, destinations, memory } = offer
  const find = (id: string | null) => {
    const destination = destinations.find((one) => destinationTarget(one) === id) ?? null
    const target = targets.find((one) => one.id === (destination?.target ?? id))
    return target && { target, destination }
  }
  const [first] = targets
  const found = find(chosen) ?? find(memory.target) ?? (first && { target: first, destination: null })
  if (found === undefined) throw new Error('There is no target.')
  const { target } = found
  const of = entered.get(target.id) ?? enteredOf(target.options, memory.options[target.id] ?? {})
  return { ...found, entered: of, options: readOptions(target.options, of) }
}

async function doneWith(summary: ExportSummary): Promise<Stage> {
  const { clipboard } = summary
  return { name: 'done', summary, isCopied: clipboard !== null && (await copyToClipboard(clipboard)) }
}

async function askForOffer(tripId: string, reportId: string): Promise<Result<Offer>> {
  const [targets, destinations, memory] = await Promise.all([
    bridge.call('exports.targets', {}),
    bridge.call('destinations.list', {}),
    bridge.call('exports.remembered', { tripId, reportId }),
  ])
  if (!targets.ok) return targets
  if (!destinations.ok) return destinations
  return memory.ok ? ok({ targets: targets.value, destinations: destinations.value, memory: memory.value }) : memory
}

/** What the export's name may belong to if it can be replaced: an export, a changed one, or a file. */
const replaceable = new Set<unknown>(['export', 'changed', 'file'])

/** Whether an export failed only because something has its name, and it may replace that. */
export function mayReplace({ code, params }: Failure): boolean {
  return code === 'export.target-exists' && replaceable.has(params['what'])
}
