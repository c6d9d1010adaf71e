import { formatCount, formatRate } from '#lib/format'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { EvidenceLine, FigureEvidence } from './evidence'
import { type FigureStyle, figureWithUnit } from './figure-text'
import type { Words } from './names'
import type { OpportunityFigure } from './opportunity-cell'

type Context = { readonly ledger: Ledger; readonly style: FigureStyle; readonly t: Words }

/** What a landing by opportunities is made of: parts that add up to it, then what ヨミ is worth, then what to know. */
export function opportunityEvidence({ total, evidence }: OpportunityFigure, context: Context): FigureEvidence {
  const { style, t } = context
  const { actual, won, open, flow, otherLines, unrecorded, count, amount } = evidence
  const line = (key: string, value: number, words: Record<string, string | number> = {}): EvidenceLine => ({
    label: t(`opportunities.${key}`, words),
    value: figureWithUnit('revenue', value, style),
  })
  const expected = { count: formatCount(count, style), amount: figureWithUnit('revenue', amount, style) }
  return {
    formula: t('opportunities.formula'),
    lines: [
      line('actual', actual),
      line('won', won),
      line('open', open),
      line('flow', flow),
      ...(unrecorded === 0 ? [] : [line('unrecorded', unrecorded)]),
      line('otherLines', otherLines),
      line('total', total),
      ...probabilities(evidence, context),
    ],
    remarks: [t('opportunities.expected', expected), ...remarks(evidence, context)],
  }
}

function probabilities({ calibration }: OpportunityFigure['evidence'], { style, t }: Context): EvidenceLine[] {
  return (calibration ?? []).flatMap(({ category, won, closed, probability }) => {
    if (closed === 0) return []
    const label = category === null ? t('opportunities.noCategory') : t('opportunities.category', { category })
    return { label, value: t('opportunities.probability', { value: formatRate(probability, style), won, closed }) }
  })
}

function remarks(evidence: OpportunityFigure['evidence'], { t }: Context): string[] {
  const counted = (['overdue', 'unpriced', 'leftOut'] as const).flatMap((key) =>
    evidence[key] > 0 ? [t(`opportunities.${key}`, { count: evidence[key] })] : [],
  )
  return [
    ...(evidence.isPerTeam ? [t('opportunities.perTeam')] : []),
    ...(evidence.isInsufficient ? [t('opportunities.insufficient')] : []),
    ...counted,
  ]
}
