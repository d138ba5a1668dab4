import { useEffect, useRef, useState } from 'react'
import type { Composition } from '../../electron/shared/contract/report.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'

export interface CompositionState {
  /** The latest composition. It is kept if a later one fails. */
  composition: Composition | null
  failure: Failure | null
  /** Whether the latest revision was asked about and has been answered. */
  isCurrent: boolean
}

interface Answered extends Omit<CompositionState, 'isCurrent'> {
  /** The revision that was asked about. */
  revision: number
}

const nothing: Answered = { composition: null, failure: null, revision: -1 }

/**
 * The report of a trip as it would be exported now, composed again for each new revision. Only one request runs at a
 * time; all changes during it are covered by one further request.
 *
 * @param revision increases each time the trip is saved
 * @param reportId the report; the trip's first one by default
 */
export function useComposition(tripId: string, revision: number, reportId = tripId): CompositionState {
  const [state, setState] = useState({ reportId, ...nothing })
  const wanted = useRef({ tripId, reportId, revision })
  const running = useRef(false)
  const mounted = useRef(false)

  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  useEffect(() => {
    wanted.current = { tripId, reportId, revision }
    if (running.current) return
    running.current = true
    const composeUntilCurrent = async () => {
      let asked
      do {
        asked = wanted.current
        const answer = await bridge.call('report.compose', { tripId: asked.tripId, reportId: asked.reportId })
        const { reportId: of, revision: at } = asked
        if (mounted.current) {
          setState((before) => ({ ...accept(before.reportId === of ? before : nothing, of, answer), revision: at }))
        }
      } while (mounted.current && wanted.current !== asked)
    }
    void composeUntilCurrent().finally(() => {
      running.current = false
    })
  }, [tripId, reportId, revision])

  // An answer about a report that is no longer shown is ignored.
  const { composition, failure, revision: answered } = state.reportId === reportId ? state : nothing
  return { composition, failure, isCurrent: answered === revision }
}

function accept(before: Pick<CompositionState, 'composition'>, reportId: string, answer: Result<Composition>) {
  return answer.ok
    ? { reportId, composition: answer.value, failure: null }
    : { reportId, composition: before.composition, failure: answer.error }
}
