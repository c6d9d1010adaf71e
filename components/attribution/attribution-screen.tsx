'use client'

import { Download, Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Written } from '#lib/packed'
import { PageBody } from '../shell/page-body'
import { useShell } from '../shell/shell-context'
import { TopBar } from '../shell/top-bar'
import { ButtonLink } from '../ui/button-link'
import { buttonLook } from '../ui/button-look'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import { EmptyState } from '../ui/empty-state'
import { inBrowser } from '../ui/in-browser'
import { readWritten } from '../ui/written'
import { HeadFrameProvider, useHeadFrame } from './attribution-frame'
import { attributionHref, type HeadFrame } from './attribution-props'
import { Controls } from './controls'

type AttributionScreenProps = {
  readonly frame: Written<HeadFrame>
  /** Up to where the year is closed, once that is known. */
  readonly closed: ReactNode
  /** The running month stands by itself. */
  readonly isRunning: boolean
  /** Where the figures of this view leave as a file, up to its format; null: there is nothing to leave. */
  readonly exportHref: string | null
  readonly children: ReactNode
}

/** 貢献度: the head of the screen, and what stands below it. */
export function AttributionScreen({ frame: text, closed, isRunning, exportHref, children }: AttributionScreenProps) {
  const t = useTranslations('attribution')
  const frame = readWritten(text)
  return (
    <HeadFrameProvider value={frame}>
      <TopBar
        title={t('title')}
        limits={<Controls frame={frame} />}
        state={
          <>
            <Chip>{t('basis')}</Chip>
            {isRunning && <Chip tone="watch">{t('running')}</Chip>}
            {closed}
          </>
        }
        actions={exportHref !== null && <Downloads href={exportHref} />}
      />
      <PrintHead title={t('title')} />
      <PageBody>{children}</PageBody>
    </HeadFrameProvider>
  )
}

/** The head of the screen stays on it; on paper a line says what this is and whose. */
function PrintHead({ title }: { readonly title: string }) {
  const shell = useShell()
  return (
    <p className="hidden pb-2 text-title font-strong print:block">
      {[title, shell?.teamName, shell?.yearLabel].filter(Boolean).join(' · ')}
    </p>
  )
}

// Two links that few follow.
const Downloads = inBrowser(DownloadLinks, () => <span className="h-(--control-h) w-34 max-tablet:hidden" />)

function DownloadLinks({ href }: { readonly href: string }) {
  const t = useTranslations('attribution')
  return (
    <span className="flex gap-2 max-tablet:hidden">
      <a href={`${href}format=csv`} download className={buttonLook({})}>
        CSV
      </a>
      <a href={`${href}format=xlsx`} download className={buttonLook({})}>
        <Download aria-hidden="true" size={14} />
        {t('excel')}
      </a>
    </span>
  )
}

/** Before the first won deal: what is missing, what it would give, and the way there. */
export function NoDeals({ mayImport }: { readonly mayImport: boolean }) {
  const t = useTranslations('attribution')
  return (
    <Card title={t('title')}>
      <EmptyState
        icon={<Share2 size={20} />}
        title={t('empty.title')}
        actions={
          mayImport && (
            <ButtonLink href="/data/import" variant="primary">
              {t('empty.toImport')}
            </ButtonLink>
          )
        }
      >
        {t(mayImport ? 'empty.body' : 'empty.bodyReader')}
      </EmptyState>
    </Card>
  )
}

/** A period that has not begun. */
export function StillToCome() {
  const t = useTranslations('attribution')
  const frame = useHeadFrame()
  return (
    <Card title={t('title')}>
      <EmptyState
        icon={<Share2 size={20} />}
        title={t('empty.ahead')}
        actions={<ButtonLink href={attributionHref(frame, { period: null })}>{t('empty.toYear')}</ButtonLink>}
      >
        {t('empty.aheadBody')}
      </EmptyState>
    </Card>
  )
}
