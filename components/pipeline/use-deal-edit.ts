'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { ListedDeal } from '#lib/pipeline/listed'
import type { EditConflict, SeenDeal } from '#lib/records/edit'
import type { Rejection } from '#lib/result'
import type { DealField } from './deal-conflict'
import { changeOf, type DealForm, formOf, seenOf } from './deal-form'
import type { SaveDeal } from './deal-list'

type Editing = {
  readonly deal: ListedDeal
  readonly currency: string
  readonly today: string
  readonly save: SaveDeal
  readonly onSaved: () => void
}

/**
 * The form's state: what is typed, beside what stood when it was shown. Where somebody else saved a changed field in
 * between, theirs is kept beside it; once the person has chosen, what they saw is what stands now.
 */
export function useDealEdit({ deal, currency, today, save, onSaved }: Editing) {
  const errors = useTranslations('errors')
  const [seen, setSeen] = useState<SeenDeal>(() => seenOf(deal))
  const [form, setForm] = useState(() => formOf(deal, currency))
  const [rejected, setRejected] = useState<Pick<Rejection, 'message' | 'fields'> | null>(null)
  const [conflict, setConflict] = useState<EditConflict | null>(null)
  const [pending, start] = useTransition()

  const submit = () =>
    start(async () => {
      const read = changeOf(formOf(seen, currency), form, { currency, today })
      if ('fault' in read) return setRejected({ message: '', fields: { amount: errors(read.fault) } })
      const answer = await save({ opportunityId: deal.id, seen, ...read.change })
      setRejected(answer.ok ? null : answer)
      if (!answer.ok) return
      setConflict(answer.value.conflict)
      if (answer.value.conflict === null) onSaved()
    })

  function settle(key: DealField, keep: 'mine' | 'theirs') {
    if (conflict === null) return
    const { [key]: theirs, ...open } = conflict.theirs
    const standing: SeenDeal = { ...seen, [key]: theirs }
    setSeen(standing)
    if (keep === 'theirs') setForm({ ...form, [key]: formOf(standing, currency)[key] })
    setConflict(Object.keys(open).length === 0 ? null : { ...conflict, theirs: open })
  }

  const set = (part: Partial<DealForm>) => setForm({ ...form, ...part })
  /** What somebody else's values look like in the form. */
  const theirs = conflict && formOf({ ...seen, ...conflict.theirs }, currency)
  return { form, set, theirs, conflict, rejected, pending, submit, settle }
}
