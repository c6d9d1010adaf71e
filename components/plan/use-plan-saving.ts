'use client'

import { useState } from 'react'
import type { PlanDraft } from '#lib/input/plan-draft'
import type { Rejection, Result } from '#lib/result'
import type { PlanScreenProps, SavedPlan } from './plan-props'

/** The version on which the form stands; null before the first save. */
export type Basis = { readonly planId: string; readonly version: number; readonly revision: number } | null

/** What is saved of a form. */
export type Content = { readonly draft: PlanDraft; readonly reason: string }

export type SaveStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly rejection: Rejection }

type Options = Pick<PlanScreenProps, 'teamId' | 'year' | 'savePlanDraft' | 'activatePlan'> & {
  readonly onSaved: (saved: SavedPlan, content: Content) => void
}

export type PlanSaving = {
  readonly status: SaveStatus
  readonly reset: () => void
  readonly save: (content: Content, basis: Basis) => Promise<SavedPlan | null>
  readonly activate: (plan: SavedPlan, reason: string) => Promise<boolean>
}

/** The only two calls to the server. Whatever the answer, or without one, the form keeps what was typed. */
export function usePlanSaving({ teamId, year, savePlanDraft, activatePlan, onSaved }: Options): PlanSaving {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })

  async function answered<T>(call: () => Promise<Result<T>>): Promise<T | null> {
    setStatus({ kind: 'saving' })
    try {
      const result = await call()
      setStatus(result.ok ? { kind: 'saved', at: new Date() } : { kind: 'refused', rejection: result })
      return result.ok ? result.value : null
    } catch {
      // No answer at all: the network or the server is away.
      setStatus({ kind: 'offline' })
      return null
    }
  }
  async function save(content: Content, basis: Basis) {
    const { planId, revision } = basis ?? { planId: null, revision: null }
    const { draft, reason } = content
    const saved = await answered(() =>
      savePlanDraft({ teamId, year: year.year, planId, revision, draft, reason: reason || null }),
    )
    if (saved) onSaved(saved, content)
    return saved
  }
  async function activate({ planId, revision }: SavedPlan, reason: string) {
    return (await answered(() => activatePlan({ planId, revision, reason }))) !== null
  }
  return { status, reset: () => setStatus({ kind: 'idle' }), save, activate }
}
