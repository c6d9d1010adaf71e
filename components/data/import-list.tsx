'use client'

import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { formatCount } from '#lib/format'
import type { ImportKind, ImportState, RowCounts } from '#lib/records/import'
import type { Result } from '#lib/result'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { Chip, type ChipTone } from '../ui/chip'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { useToast } from '../ui/toast'

export type ListedImport = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly state: ImportState
  readonly counts: RowCounts & { readonly faulty: number }
  readonly by: string
  /** Written for the reader, in the organisation's time zone. */
  readonly at: string
}

const TONE: Record<ImportState, ChipTone> = {
  running: 'accent',
  done: 'good',
  undone: 'neutral',
  failed: 'bad',
  interrupted: 'watch',
}

const REFRESH_MS = 3000

type ImportListProps = {
  readonly imports: readonly ListedImport[]
  /** Null for who may only read. */
  readonly undo: ((input: { importId: string }) => Promise<Result<unknown>>) | null
}

/** The imports of the organisation, newest first, each of which can be taken back as a whole. */
export function ImportList({ imports, undo }: ImportListProps) {
  const t = useTranslations('data.list')
  const router = useRouter()
  const [asked, ask] = useState<ListedImport | null>(null)
  const isRunning = imports.some(({ state }) => state === 'running')
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => router.refresh(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [isRunning, router])
  if (imports.length === 0) {
    return (
      <Card title={t('title')}>
        <EmptyState icon={<FileUp size={20} strokeWidth={1.6} />} title={t('empty')} actions={undo && <ImportLink />}>
          {t('emptyHint')}
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card title={t('title')} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section aria-label={t('title')} tabIndex={0} className="relative overflow-x-auto">
        <table className="w-full border-separate border-spacing-0 text-small max-tablet:min-w-200">
          <thead>
            <tr className="h-7 text-left text-micro text-text-3 [&>th]:px-2 [&>th]:font-regular [&>th]:whitespace-nowrap [&>th]:first:pl-4 [&>th]:last:pr-4">
              {(['at', 'file', 'kind', 'state', 'counts', 'by', 'actions'] as const).map((column) => (
                <th key={column} scope="col">
                  {column === 'actions' ? <span className="sr-only">{t(column)}</span> : t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map((each) => (
              <ImportRow key={each.id} each={each} onUndo={undo && (() => ask(each))} />
            ))}
          </tbody>
        </table>
      </section>
      {undo && asked && <UndoDialog asked={asked} undo={undo} onClose={() => ask(null)} />}
    </Card>
  )
}

export function ImportLink() {
  const t = useTranslations('data')
  return (
    <ButtonLink variant="primary" href="/data/import" icon={<FileUp aria-hidden="true" size={14} />}>
      {t('import')}
    </ButtonLink>
  )
}

type ImportRowProps = { readonly each: ListedImport; readonly onUndo: (() => void) | null }

function ImportRow({ each, onUndo }: ImportRowProps) {
  const t = useTranslations('data.list')
  const kinds = useTranslations('data.kinds')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { counts, state, fileName } = each
  const count = (rows: number) => formatCount(rows, { locale })
  const values = { created: count(counts.created), updated: count(counts.updated), unchanged: count(counts.unchanged) }
  const hasWritten = counts.created + counts.updated > 0
  const canUndo = (state === 'done' || state === 'interrupted') && hasWritten
  return (
    <tr className="h-9 [&>*]:border-t [&>*]:px-2 [&>*]:first:pl-4 [&>*]:last:pr-4">
      <td className="whitespace-nowrap text-text-2">{each.at}</td>
      <th scope="row" className="max-w-72 truncate text-left font-strong" title={fileName}>
        {fileName}
      </th>
      <td className="whitespace-nowrap">{kinds(each.kind)}</td>
      <td>
        <Chip small tone={TONE[state]}>
          {t(`states.${state}`)}
        </Chip>
      </td>
      <td className="whitespace-nowrap">
        {state === 'failed' || state === 'running' ? '—' : t('countsOf', values)}
        {counts.faulty > 0 && <span className="ml-2 text-bad">{t('faultyOf', { faulty: count(counts.faulty) })}</span>}
        {state === 'interrupted' && <span className="block text-micro text-text-2">{t('interruptedHint')}</span>}
      </td>
      <td className="whitespace-nowrap text-text-2">{each.by}</td>
      <td className="text-right whitespace-nowrap">
        {onUndo && state === 'interrupted' && (
          <ButtonLink variant="text" size="small" href="/data/import">
            {t('again')}
          </ButtonLink>
        )}
        {onUndo && canUndo && (
          <Button variant="text" size="small" aria-label={t('undoOf', { file: fileName })} onClick={onUndo}>
            {t('undo')}
          </Button>
        )}
      </td>
    </tr>
  )
}

type UndoDialogProps = {
  readonly asked: ListedImport
  readonly undo: NonNullable<ImportListProps['undo']>
  readonly onClose: () => void
}

/** Says what would happen, and asks once: another import brings the rows back, but not who changed them. */
function UndoDialog({ asked, undo, onClose }: UndoDialogProps) {
  const t = useTranslations('data.list')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const toast = useToast()
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const { fileName: file, counts } = asked
  function send() {
    start(async () => {
      const result = await undo({ importId: asked.id })
      if (!result.ok) return setError(result.message)
      toast({ message: t('undone', { file }) })
      router.refresh()
      onClose()
    })
  }
  const rows = formatCount(counts.created + counts.updated, { locale })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('undoTitle')}
      description={t('undoText', { file, rows })}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="destructive" pending={pending} onClick={send}>
            {t('undo')}
          </Button>
        </>
      }
    >
      {error !== null && <Banner tone="bad">{error}</Banner>}
    </Dialog>
  )
}
