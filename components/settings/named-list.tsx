'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/input'
import type { NamedItem, NamedVerbs } from './named'
import { NamedRow } from './named-row'

type NamedListProps = {
  readonly items: readonly NamedItem[]
  /** null for people who may only read. */
  readonly verbs: NamedVerbs | null
  readonly words: { readonly add: string; readonly label: string }
}

/** Things that have a name: added, renamed, archived and brought back; archived ones stand below. */
export function NamedList({ items, verbs, words }: NamedListProps) {
  const t = useTranslations('settings')
  const [said, say] = useState('')
  const listed = [...items.filter((item) => !item.archived), ...items.filter((item) => item.archived)]
  return (
    <>
      <ul>
        {listed.map((item) => (
          <NamedRow key={item.id} item={item} verbs={verbs} say={say} />
        ))}
      </ul>
      {verbs && <AddForm add={verbs.add} words={words} said={(name) => say(t('added', { name }))} />}
      {verbs && (
        <p role="status" className="min-h-5 px-4 pb-3 text-small text-text-2">
          {said}
        </p>
      )}
    </>
  )
}

type AddFormProps = {
  readonly add: NamedVerbs['add']
  readonly words: NamedListProps['words']
  readonly said: (name: string) => void
}

function AddForm({ add, words, said }: AddFormProps) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const [pending, start] = useTransition()
  function send() {
    start(async () => {
      const result = await add({ name })
      if (!result.ok) return setError(result.fields.name ?? result.message)
      setError(undefined)
      setName('')
      said(name.trim())
    })
  }
  return (
    <form action={send} className="flex flex-wrap items-start gap-2 border-t px-4 pt-3 pb-1">
      <Field label={words.label} hideLabel error={error} className="grow">
        <TextInput
          name="name"
          value={name}
          placeholder={words.label}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Button type="submit" pending={pending}>
        {words.add}
      </Button>
    </form>
  )
}
