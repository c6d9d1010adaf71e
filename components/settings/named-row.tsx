'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button'
import { Chip } from '#components/ui/chip'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/input'
import type { Result } from '#lib/result'
import type { NamedItem, NamedVerbs } from './named'

type NamedRowProps = {
  readonly item: NamedItem
  readonly verbs: NamedVerbs | null
  /** Tells a screen reader and the eye what was done. */
  readonly say: (sentence: string) => void
}

/** One name with its verbs. Archiving needs no question: it is undone by the button that takes its place. */
export function NamedRow({ item, verbs, say }: NamedRowProps) {
  const t = useTranslations('settings')
  const [editing, setEditing] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const [pending, start] = useTransition()

  function run(write: () => Promise<Result<unknown>>, done: string) {
    start(async () => {
      const result = await write()
      setError(result.ok ? undefined : (result.fields.name ?? result.message))
      if (!result.ok) return
      setEditing(null)
      say(done)
    })
  }

  return (
    <li className="flex min-h-11 flex-wrap items-center gap-2 border-t px-4 py-1.5">
      {editing === null || !verbs ? (
        <>
          <span className={item.archived ? 'text-text-3' : 'font-strong'}>{item.name}</span>
          {item.fixed && <Chip small>{t('root')}</Chip>}
          {item.archived && <Chip small>{t('archived')}</Chip>}
          {item.note && <span className="text-small text-text-3">{item.note}</span>}
          {verbs && (
            <span className="ml-auto flex gap-1">
              {!item.archived && (
                <Button
                  variant="text"
                  onClick={() => setEditing(item.name)}
                  aria-label={t('renameOf', { name: item.name })}
                >
                  {t('rename')}
                </Button>
              )}
              {!item.fixed && <ArchiveButton item={item} verbs={verbs} pending={pending} run={run} />}
            </span>
          )}
          {error && (
            <span role="alert" className="basis-full text-small text-bad">
              {error}
            </span>
          )}
        </>
      ) : (
        <form
          className="flex grow flex-wrap items-start gap-2"
          action={() => run(() => verbs.rename({ id: item.id, name: editing }), t('renamed', { name: editing.trim() }))}
        >
          <Field label={t('renameOf', { name: item.name })} hideLabel error={error} className="grow">
            <TextInput value={editing} autoFocus onChange={(event) => setEditing(event.target.value)} />
          </Field>
          <Button type="submit" pending={pending}>
            {t('save')}
          </Button>
          <Button variant="text" onClick={() => setEditing(null)}>
            {t('cancel')}
          </Button>
        </form>
      )}
    </li>
  )
}

type ArchiveButtonProps = {
  readonly item: NamedItem
  readonly verbs: NamedVerbs
  readonly pending: boolean
  readonly run: (write: () => Promise<Result<unknown>>, done: string) => void
}

function ArchiveButton({ item, verbs, pending, run }: ArchiveButtonProps) {
  const t = useTranslations('settings')
  const { id, name } = item
  return item.archived ? (
    <Button
      variant="text"
      pending={pending}
      aria-label={t('restoreOf', { name })}
      onClick={() => run(() => verbs.restore({ id }), t('restoredDone', { name }))}
    >
      {t('restore')}
    </Button>
  ) : (
    <Button
      variant="text"
      pending={pending}
      aria-label={t('archiveOf', { name })}
      onClick={() => run(() => verbs.archive({ id }), t('archivedDone', { name }))}
    >
      {t('archive')}
    </Button>
  )
}
