import { useCallback, useState } from 'react'
import type { ExportMemory, ExportSummary, ExportTarget } from '../../electron/shared/contract/exports.ts'
import type { OptionValue } from '../../electron/shared/export-options.ts'
import { type Failure, ok } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { type UsedJob, useJob } from '../bridge/use-job.ts'
import { useTrip } from '../state/open-trip.ts'
import { copyToClipboard } from './copy-to-clipboard.ts'
import { type Entered, enteredOf, readOptions } from './option-fields.tsx'

export type Stage =
  | { name: 'choosing'; failure: Failure | null }
  | { name: 'running' }
  | { name: 'done'; summary: ExportSummary; isCopied: boolean }

/** What the dialog needs from the engine before it can export. */
export interface Offer {
  targets: readonly ExportTarget[]
  memory: ExportMemory
}

/** An export in the making: what was chosen, how far it is, and what came of it. */
export interface UsedExport extends Pick<UsedJob, 'progress' | 'cancel' | 'show' | 'open'> {
  offer: Offer | null
  /** Why nothing can be offered. */
  problem: Failure | null
  target: ExportTarget | null
  entered: Entered
  /** Whether it can begin, now or as soon as there is an offer. */
  isReady: boolean
  stage: Stage
  choose: (targetId: string) => void
  enter: (entered: Entered) => void
  chooseFolder: () => Promise<void>
  /** @param replace whether to replace what has the export's name, even if somebody has changed it */
  begin: (replace: boolean) => Promise<void>
}

/** Begins with the target, the options and the folder of the report's last export. */
export function useExport(tripId: string, reportId: string): UsedExport {
  const ask = useCallback(() => askForOffer(tripId, reportId), [tripId, reportId])
  const { value, problem } = useAnswer(ask)
  const [chosen, setChosen] = useState<string | null>(null)
  const [entered, setEntered] = useState<ReadonlyMap<string, Entered>>(new Map())
  const [memory, setMemory] = useState<ExportMemory | null>(null)
  const [stage, setStage] = useState<Stage>({ name: 'choosing', failure: null })
  const { progress, run, cancel, show, open } = useJob()

  const offer = value && { ...value, ...(memory && { memory }) }
  const choice = offer && choiceFrom(offer, chosen, entered)

  return {
    offer,
    problem,
    target: choice?.target ?? null,
    entered: choice?.entered ?? {},
    isReady: choice === null || choice.options !== null,
    stage,
    progress,
    cancel,
    show,
    open,
    choose(id) {
      setChosen(id)
      setStage({ name: 'choosing', failure: null })
    },
    enter: (of) => choice && setEntered(new Map(entered).set(choice.target.id, of)),
    async chooseFolder() {
      const answer = await bridge.call('exports.chooseFolder', { tripId, reportId })
      if (!answer.ok) setStage({ name: 'choosing', failure: answer.error })
      else if (answer.value) {
        setMemory(answer.value)
        setStage({ name: 'choosing', failure: null })
      }
    },
    async begin(replace) {
      setStage({ name: 'running' })
      // Enter can come before the offer, which takes a moment. It means: as last time.
      const order = async () => {
        const asked = offer === null ? await askForOffer(tripId, reportId) : ok(offer)
        if (!asked.ok) return asked
        const { target, options } = choiceFrom(asked.value, chosen, entered)
        // Unsaved text is saved first, so that the export includes it.
        const saved = await useTrip.getState().saveAll('export')
        return saved.ok ? ok({ tripId, reportId, target: target.id, ...(options && { options }), replace }) : saved
      }
      const outcome = await run('exports.run', order)
      setStage(outcome.ok ? await doneWith(outcome.value) : { name: 'choosing', failure: outcome.error })
    },
  }
}

interface Choice {
  target: ExportTarget
  entered: Entered
  /** `null` if what was entered is not valid. */
  options: Record<string, OptionValue> | null
}

/** What is chosen now: by hand, or else in the last export. */
function choiceFrom({ targets, memory }: Offer, chosen: string | null, entered: ReadonlyMap<string, Entered>): Choice {
  const find = (id: string | null) => targets.find((target) => target.id === id)
  const target = find(chosen) ?? find(memory.target) ?? targets[0]
  if (target === undefined) throw new Error('There is no target.')
  const of = entered.get(target.id) ?? enteredOf(target.options, memory.options[target.id] ?? {})
  return { target, entered: of, options: readOptions(target.options, of) }
}

async function doneWith(summary: ExportSummary): Promise<Stage> {
  const { clipboard } = summary
  return { name: 'done', summary, isCopied: clipboard !== null && (await copyToClipboard(clipboard)) }
}

async function askForOffer(tripId: string, reportId: string) {
  const [targets, memory] = await Promise.all([
    bridge.call('exports.targets', {}),
    bridge.call('exports.remembered', { tripId, reportId }),
  ])
  if (!targets.ok) return targets
  return memory.ok ? ok({ targets: targets.value, memory: memory.value }) : memory
}

/** What the export's name may belong to if it can be replaced: an export, a changed one, or a file. */
const replaceable = new Set<unknown>(['export', 'changed', 'file'])

/** Whether an export failed only because something has its name, and it may replace that. */
export function mayReplace({ code, params }: Failure): boolean {
  return code === 'export.target-exists' && replaceable.has(params['what'])
}
