'use client'

import { useState, useTransition } from 'react'
import type { EditConflict, SavedEdit } from '#lib/records/edit'
import type { Rejection, Result } from '#lib/result'

/** A form over a record's fields, as typed; '' is what has no value. */
export type FormOf<Seen> = Readonly<Record<keyof Seen & string, string>>

type Faults = Readonly<Record<string, string>>

type Editing<Seen, Change> = {
  /** What stood when the form was opened. */
  readonly opened: Seen
  readonly formOf: (seen: Seen) => FormOf<Seen>
  readonly changeOf: (
    before: FormOf<Seen>,
    form: FormOf<Seen>,
  ) => { readonly change: Change } | { readonly faults: Faults }
  readonly save: (edit: Change & { readonly seen: Seen }) => Promise<Result<SavedEdit<Seen>>>
  readonly onSaved: () => void
}

/**
 * The state of a record's form: what is typed, beside what stood when it was shown. Where somebody else saved a changed
 * field in between, theirs is kept beside it; once the person has chosen, what they saw is what stands now.
 */
export function useRecordEdit<Seen extends object, Change extends object>(editing: Editing<Seen, Change>) {
  const { formOf, changeOf } = editing
  const [seen, setSeen] = useState(editing.opened)
  const [form, setForm] = useState(() => formOf(editing.opened))
  const [rejected, setRejected] = useState<Pick<Rejection, 'message' | 'fields'> | null>(null)
  const [conflict, setConflict] = useState<EditConflict<Seen> | null>(null)
  const [pending, start] = useTransition()

  const submit = () =>
    start(async () => {
      const read = changeOf(formOf(seen), form)
      if ('faults' in read) return setRejected({ message: '', fields: read.faults })
      const answer = await editing.save({ ...read.change, seen })
      setRejected(answer.ok ? null : answer)
      if (!answer.ok) return
      setConflict(answer.value.conflict)
      if (answer.value.conflict === null) editing.onSaved()
    })

  function settle(key: keyof Seen & string, keep: 'mine' | 'theirs') {
    if (conflict === null) return
    const standing: Seen = { ...seen, [key]: conflict.theirs[key] }
    setSeen(standing)
    if (keep === 'theirs') setForm({ ...form, [key]: formOf(standing)[key] })
    const open = { ...conflict.theirs }
    delete open[key]
    setConflict(Object.keys(open).length === 0 ? null : { ...conflict, theirs: open })
  }

  const set = (part: Partial<FormOf<Seen>>) => setForm({ ...form, ...part })
  /** What somebody else's values look like in the form. */
  const theirs = conflict && formOf({ ...seen, ...conflict.theirs })
  return { form, set, theirs, conflict, rejected, pending, submit, settle }
}
