'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { isCopied } from '../ui/clipboard'
import { useToast } from '../ui/toast'

/** Copies a table for a sheet; says how many lines. */
export function CopyText({ text, lines }: { readonly text: string; readonly lines: number }) {
  const t = useTranslations('attribution.comparison')
  const toast = useToast()
  async function copy() {
    toast(
      (await isCopied(text))
        ? { message: t('copied', { count: lines }), tone: 'done' }
        : { message: t('copyFailed'), tone: 'warning' },
    )
  }
  return (
    <Button
      size="small"
      className="max-tablet:hidden print:hidden"
      icon={<Copy aria-hidden="true" size={13} />}
      onClick={copy}
    >
      {t('copy')}
    </Button>
  )
}
