'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type CheckLineProps = {
  readonly passed: boolean
  readonly title: ReactNode
  readonly detail: ReactNode
  /** Leads to the first cell that is meant; `label` says which. */
  readonly go?: { readonly label: string; readonly onGo: () => void }
}

/** One thing to look at before a month is closed: done, or where to look. */
export function CheckLine({ passed, title, detail, go }: CheckLineProps) {
  const t = useTranslations('actuals')
  const Icon = passed ? Check : TriangleAlert
  return (
    <li className="flex items-start gap-2 border-t py-1.75 first:border-t-0">
      <Icon aria-hidden="true" size={14} className={`mt-0.5 shrink-0 ${passed ? 'text-good' : 'text-watch'}`} />
      <span className="min-w-0 flex-1">
        <b className="block text-small">{title}</b>
        <small className="block text-text-3">{detail}</small>
      </span>
      {go !== undefined && (
        <button
          type="button"
          aria-label={go.label}
          onClick={go.onGo}
          className="text-small font-strong text-accent hover:underline pointer-coarse:min-h-11"
        >
          {t('open')}
        </button>
      )}
    </li>
  )
}
