'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { bridgeEvidence } from './bridge-evidence'
import type { BridgeStep } from './bridge-steps'
import { evidenceOf, type FigureEvidence } from './evidence'
import type { CellContext } from './figure-cell'
import { FigurePanel } from './figure-panel'
import type { Words } from './names'
import type { OpportunityFigure } from './opportunity-cell'
import { opportunityEvidence } from './opportunity-evidence'
import type { ScreenProps } from './screen-props'
import type { FigureAt } from './table-row'
import { useInterval } from './use-interval'

/** A figure of the table, a bar of the bridge, or the landing by opportunities. */
export type Asked =
  | { readonly kind: 'table'; readonly at: FigureAt; readonly context: CellContext }
  | ({ readonly kind: 'bridge'; readonly step: BridgeStep } & Pick<ScreenProps, 'ledger' | 'style'>)
  | ({ readonly kind: 'opportunities'; readonly figure: OpportunityFigure } & Pick<ScreenProps, 'ledger' | 'style'>)

type EvidencePanelProps = {
  readonly figure: HTMLElement
  readonly of: Asked
  readonly link: ReactNode
  readonly onClose: () => void
  readonly panelProps: ComponentProps<'div'>
}

/** What a figure rests on, computed when it is asked for. */
export default function EvidencePanel({ of, ...panel }: EvidencePanelProps) {
  const t = useTranslations('plan-vs-actual')
  const interval = useInterval(of.kind === 'table' ? of.at : null, of.kind === 'table' ? of.context : null)
  const evidence = evidenceFor(of, t)
  return <FigurePanel {...panel} evidence={{ ...evidence, lines: [...evidence.lines, ...interval] }} />
}

function evidenceFor(of: Asked, t: Words): FigureEvidence {
  switch (of.kind) {
    case 'table':
      return evidenceOf(of.at, of.context)
    case 'bridge':
      return bridgeEvidence(of.step, { ...of, t })
    case 'opportunities':
      return opportunityEvidence(of.figure, { ...of, t })
  }
}
