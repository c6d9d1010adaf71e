'use client'

import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { ImportRow } from './import-row'
import type { ListedImport, UndoImport } from './listed-import'
import { UndoImportDialog } from './undo-import-dialog'

const REFRESH_MS = 3000

type ImportListProps = {
  readonly imports: readonly ListedImport[]
  /** Null for who may only read. */
  readonly undo: UndoImport | null
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
      {undo && asked && <UndoImportDialog asked={asked} undo={undo} onClose={() => ask(null)} />}
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
