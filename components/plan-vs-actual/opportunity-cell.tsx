'use client'

import dynamic from 'next/dynamic'
import type { Headline } from '#lib/forecast/headline'
import { formatRatio } from '#lib/format'
import { Figure } from '../kpi/figure'
import { VerdictMark } from '../kpi/verdict-mark'
import { figureText } from './figure-text'
import type { SummaryProps } from './summary'
import { moneyLabel, SummaryCell } from './summary-cell'
import { useFigurePanel } from './use-figure-panel'

// Most visits ask for none.
const OpportunityPanel = dynamic(() => import('./opportunity-panel'), { ssr: false })

export type OpportunityFigure = NonNullable<Headline['opportunities']>

type OpportunityCellProps = SummaryProps & { readonly figure: OpportunityFigure }

/** Where the year lands by its recorded opportunities. Hover or focus shows what it is made of. */
export function OpportunityCell({ figure, packed, style, links, t }: OpportunityCellProps) {
  const panel = useFigurePanel()
  const { total, attainment, verdict, evidence } = figure
  return (
    <SummaryCell
      {...panel.regionProps}
      data-figures=""
      label={t('summary.landing.opportunities')}
      note={
        <>
          <span>{t('summary.openOpportunities', { count: evidence.count })}</span>
          {attainment !== null && (
            <VerdictMark verdict={verdict} label={verdict === null ? undefined : t(`verdicts.${verdict}`)}>
              {formatRatio(attainment, style)}
            </VerdictMark>
          )}
          {evidence.isInsufficient && <span className="text-text-3">{t('summary.insufficient')}</span>}
        </>
      }
      evidence={
        panel.figure && (
          <OpportunityPanel
            figure={panel.figure}
            {...{ opportunities: figure, packed, style, href: links.opportunities }}
            onClose={panel.close}
            panelProps={panel.panelProps}
          />
        )
      }
    >
      <span data-figure="landing|opportunities" tabIndex={-1} className="rounded-[2px] outline-offset-2">
        <Figure value={figureText('revenue', total, style)} unit={moneyLabel(style)} />
      </span>
    </SummaryCell>
  )
}
