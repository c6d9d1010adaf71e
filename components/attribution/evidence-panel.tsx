'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { Packed } from '#lib/packed'
import { FigurePanel } from '../plan-vs-actual/figure-panel'
import { withLaterWords } from '../ui/later-words'
import { TextLink } from '../ui/text-link'
import type { AttributionFigures, ViewFrame } from './attribution-props'
import { evidenceOf } from './evidence'
import { useFigures } from './use-figures'

type EvidencePanelProps = {
  readonly figure: HTMLElement
  readonly at: string
  readonly frame: ViewFrame
  readonly packedFigures: Packed<AttributionFigures>
  readonly onClose: () => void
  readonly panelProps: ComponentProps<'div'>
}

/** What a figure rests on, computed when it is asked for. */
export default withLaterWords(function EvidencePanel(props: EvidencePanelProps) {
  const { at, frame: asked, packedFigures, ...panel } = props
  const t = useTranslations('attribution')
  const { frame, figures } = useFigures(asked, packedFigures)
  const evidence = evidenceOf(at, { frame, summary: figures.summary, t: (key, values) => t(key, values) })
  if (evidence === null) return null
  const link =
    evidence.href === null ? null : (
      <TextLink href={evidence.href} onClick={panel.onClose}>
        {t('evidence.toDeals')}
      </TextLink>
    )
  return <FigurePanel {...panel} evidence={evidence} link={link} />
})
