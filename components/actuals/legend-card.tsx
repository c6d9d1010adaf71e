'use client'

import { Database, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card } from '../ui/card'
import { Kbd } from '../ui/kbd'

/** What the looks of a cell mean, and the keys that save the most time. */
export function LegendCard({ editable }: { readonly editable: boolean }) {
  const t = useTranslations('actuals')
  return (
    <Card title={t('legendTitle')} flush>
      <ul className="px-4 pb-3 text-small text-text-2 [&>li]:flex [&>li]:min-h-6.5 [&>li]:py-0.5 [&>li]:leading-ui [&>li]:items-center [&>li]:gap-2.25">
        <li>
          <span aria-hidden="true" className="hatch-missing h-4 w-6 shrink-0 border border-border-strong" />
          {t('legendMissing')}
        </li>
        <li>
          <span
            aria-hidden="true"
            className="grid h-4 w-6 shrink-0 place-items-center border border-border-strong bg-surface-2 text-text-3"
          >
            <Lock size={10} />
          </span>
          {t('legendClosed')}
        </li>
        <li>
          <span aria-hidden="true" className="relative h-4 w-6 shrink-0 border border-border-strong">
            <span className="absolute top-0 right-0 border-t-7 border-l-7 border-t-text-2 border-l-transparent" />
          </span>
          {t('legendCorrected')}
        </li>
        <li>
          <span
            aria-hidden="true"
            className="h-4 w-6 shrink-0 border border-border-strong pl-0.5 text-micro leading-3.5 text-text-3"
          >
            Σ
          </span>
          {t('legendSum')}
        </li>
        <li>
          <span
            aria-hidden="true"
            className="h-4 w-6 shrink-0 border border-border-strong bg-surface-2 pt-0.5 pl-0.5 text-text-3"
          >
            <Database size={9} />
          </span>
          {t('legendCounted')}
        </li>
        {editable && (
          <>
            <li>
              <span
                aria-hidden="true"
                className="h-4 w-6 shrink-0 border-[1.5px] border-dashed border-accent bg-accent-soft"
              />
              {t('legendPasted')}
            </li>
            <li>
              <span aria-hidden="true" className="h-4 w-6 shrink-0 border-2 border-bad bg-bad-soft" />
              {t('legendUnread')}
            </li>
          </>
        )}
      </ul>
      {editable && (
        <dl className="grid grid-cols-2 gap-x-2 gap-y-1.5 border-t px-4 py-2.5 max-tablet:hidden [&>div]:flex [&>div]:items-center [&>div]:gap-1.5 [&>div]:text-micro [&>div]:whitespace-nowrap [&>div]:text-text-3 [&_dt]:flex [&_dt]:gap-0.5">
          <Shortcut keys={['Enter']}>{t('keyDown')}</Shortcut>
          <Shortcut keys={['Tab']}>{t('keyRight')}</Shortcut>
          <Shortcut keys={['Ctrl', 'V']}>{t('keyPaste')}</Shortcut>
          <Shortcut keys={['Ctrl', 'Z']}>{t('keyUndo')}</Shortcut>
          <Shortcut keys={['Ctrl', 'Y']}>{t('keyRedo')}</Shortcut>
          <Shortcut keys={['Ctrl', 'C']}>{t('keyCopy')}</Shortcut>
          <Shortcut keys={['Ctrl', 'D']}>{t('keyFillDown')}</Shortcut>
          <Shortcut keys={['Ctrl', 'R']}>{t('keyFillRight')}</Shortcut>
          <Shortcut keys={['Shift', '↓']}>{t('keyRange')}</Shortcut>
          <Shortcut keys={['F2']}>{t('keyEdit')}</Shortcut>
          <Shortcut keys={['Delete']}>{t('keyBlank')}</Shortcut>
          <Shortcut keys={['Alt', '↓']}>{t('keyConflict')}</Shortcut>
        </dl>
      )}
    </Card>
  )
}

function Shortcut({ keys, children }: { readonly keys: readonly string[]; readonly children: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
