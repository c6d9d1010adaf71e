'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { AttributionSummary } from '#lib/attribution/summary'
import { FigurePanel } from '../plan-vs-actual/figure-panel'
import { TextLink } from '../ui/text-link'
import type { AttributionFrame } from './attribution-props'
import { evidenceOf } from './evidence'

type EvidencePanelProps = {
  readonly figure: HTMLElement
  readonly at: string
  readonly frame: AttributionFrame
  readonly summary: AttributionSummary
  readonly onClose: () => void
  readonly panelProps: ComponentProps<'div'>
}

/** What a figure rests on, computed when it is asked for. */
export default function EvidencePanel({ at, frame, summary, ...panel }: EvidencePanelProps) {
  const t = useTranslations('attribution')
  const evidence = evidenceOf(at, { frame, summary, t: (key, values) => t(key, values) })
  if (evidence === null) return null
  const link =
    evidence.href === null ? null : (
      <TextLink href={evidence.href} onClick={panel.onClose}>
        {t('evidence.toDeals')}
      </TextLink>
    )
  return <FigurePanel {...panel} evidence={evidence} link={link} />
}
