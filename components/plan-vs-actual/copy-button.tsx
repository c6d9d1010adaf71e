'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { useToast } from '../ui/toast'
import { openIds } from './open-rows'
import type { ScreenProps } from './screen-props'
import type { TableRow } from './table-row'

/** Copies what the table shows, for a sheet; says how many lines. */
export function CopyButton({ ledger, style, view, rows }: ScreenProps & { readonly rows: readonly TableRow[] }) {
  const t = useTranslations('plan-vs-actual')
  const toast = useToast()
  async function copy() {
    const { copyTable } = await import('./copy-table')
    const copied = await copyTable({ ledger, style, rows, mode: view.mode, open: openIds(view.open, rows), t })
    toast(
      copied === null
        ? { message: t('copy.failed'), tone: 'warning' }
        : { message: t('copy.done', { count: copied }), tone: 'done' },
    )
  }
  return (
    <Button size="small" className="max-tablet:hidden" icon={<Copy aria-hidden="true" size={13} />} onClick={copy}>
      {t('copy.action')}
    </Button>
  )
}
