import type { Credited } from '#lib/attribution/credited'
import { NOTHING } from '#lib/attribution/credited'
import type { Effect } from '#lib/attribution/effect'
import { MODELS, type Model } from '#lib/attribution/models'
import type { AttributionSummary } from '#lib/attribution/summary'
import { formatRange, formatRatio } from '#lib/format'
import type { EvidenceLine, FigureEvidence } from '../plan-vs-actual/evidence'
import { type AttributionFrame, attributionHref, campaignNameOf, channelOf } from './attribution-props'
import { weightsText } from './rules-text'
import { amountWithUnit, dealsText, shareText, type Words, wholeWithUnit } from './words'

/** What a figure rests on, and where its deals are. */
export type AttributionEvidence = FigureEvidence & { readonly href: string | null }

type Asked = { readonly frame: AttributionFrame; readonly summary: AttributionSummary; readonly t: Words }

/** Formula, period and source of a figure by its address (Fig); null for one that is no longer there. */
export function evidenceOf(at: string, asked: Asked): AttributionEvidence | null {
  const [kind = '', key = '', id = ''] = at.split('|')
  if (kind === 'cell') return creditEvidence(modelOf(key), id, asked)
  if (kind === 'effect') return effectEvidence(key, id, asked)
  if (kind === 'pipeline') return pipelineEvidence(key, id, asked)
  if (kind === 'campaign') return campaignEvidence(key, asked)
  if (kind === 'sum') return partEvidence(key, asked)
  return partEvidence(kind, asked)
}

const modelOf = (key: string): Model => MODELS.find((model) => model === key) ?? 'linear'

function line(t: Words, key: string, value: string): EvidenceLine {
  return { label: t(`evidence.${key}`), value }
}

/** What is the same for all figures: months, customers, how far touches are looked back on. */
function where({ frame, t }: Asked): EvidenceLine[] {
  const { inView, style, view, rules } = frame
  return [
    line(t, 'period', formatRange(inView.from, inView.to, style.locale)),
    line(t, 'customers', t(`customers.${view.customers}`)),
    line(t, 'source', t('evidence.touches', { days: rules.lookbackDays })),
  ]
}

function isFrozen({ frame }: Asked): boolean {
  return frame.closedThrough !== null && frame.inView.from <= frame.closedThrough
}

function dealsHref(channel: string | null, { frame }: Asked): string {
  return attributionHref(frame, { channel, campaign: null, deal: null }, '#deals')
}

function creditLines({ amount, dealParts }: Credited, { frame, summary, t }: Asked): EvidenceLine[] {
  const { style } = frame
  return [
    line(t, 'amount', wholeWithUnit(amount, style)),
    line(t, 'deals', dealsText(dealParts, style)),
    line(t, 'share', shareText(amount, summary.reconciliation.booked.amount, style)),
  ]
}

function creditEvidence(model: Model, channelId: string, asked: Asked): AttributionEvidence | null {
  const { frame, summary, t } = asked
  const channel = summary.comparison.channels.find((each) => each.channelId === channelId)
  if (!channel) return null
  const weights = weightsText(model, frame.rules)
  return {
    formula: [channelOf(frame, channelId)?.name ?? t('gone'), t(`models.${model}`), weights].filter(Boolean).join(' '),
    lines: [...creditLines(channel.byModel[model] ?? NOTHING, asked), ...where(asked)],
    remarks: [
      t(`weights.of.${model}`, { halfLife: frame.rules.halfLifeDays }),
      ...(isFrozen(asked) && model !== 'markov' ? [t('evidence.frozen')] : []),
    ],
    href: dealsHref(channelId, asked),
  }
}

function effectEvidence(key: string, id: string, asked: Asked): AttributionEvidence | null {
  const { frame, summary, t } = asked
  const effect: Effect | undefined =
    id === 'total' ? summary.total : summary.effects.find(({ channelId }) => channelId === id)
  if (!effect) return null
  const { style, effort, view } = frame
  const money = (amount: number | null) => (amount === null ? '—' : wholeWithUnit(amount, style))
  const name = id === 'total' ? t('total') : (channelOf(frame, id)?.name ?? t('gone'))
  const ripeness = summary.ripeness[id] ?? null
  return {
    formula: `${name} ${t(`evidence.effect.${key}`)}`,
    lines: [
      line(t, 'revenue', money(effect.credited.amount)),
      ...(view.gain === 'gross' ? [line(t, 'gain', money(effect.gain))] : []),
      line(t, 'cost', money(effect.cost.amount)),
      ...(key === 'roi' ? [line(t, 'roi', formatRatio(effect.roi, { ...style, signed: true }))] : []),
      ...(effort === 'cohort' && id !== 'total' ? [line(t, 'ripeness', formatRatio(ripeness, style))] : []),
      ...where(asked),
    ],
    remarks: [
      t(`effect.effort.${effort}Note`),
      t('evidence.costSource'),
      ...(effect.cost.missing.length > 0 ? [t('effect.partial')] : []),
    ],
    href: id === 'total' ? null : dealsHref(id, asked),
  }
}

function pipelineEvidence(set: string, id: string, asked: Asked): AttributionEvidence {
  const { frame, t } = asked
  const name = id === 'total' ? t('total') : (channelOf(frame, id)?.name ?? t('gone'))
  return {
    formula: `${name} ${t(`pipeline.${set}`)}`,
    lines: where(asked),
    remarks: [t(`evidence.pipeline.${set}`)],
    href: set === 'won' && id !== 'total' ? dealsHref(id, asked) : null,
  }
}

function campaignEvidence(id: string, asked: Asked): AttributionEvidence | null {
  const { frame, summary, t } = asked
  const campaign = summary.campaigns.find(({ campaignId }) => campaignId === id)
  if (!campaign) return null
  return {
    formula: `${campaignNameOf(frame, id) ?? t('gone')} ${t(`models.${frame.model}`)}`,
    lines: [...creditLines(campaign.credited, asked), ...where(asked)],
    remarks: [t('evidence.costSource')],
    href: attributionHref(frame, { channel: campaign.channelId, campaign: id, deal: null }, '#deals'),
  }
}

/** A part of the reconciliation, marketing's share, or what a customer costs. */
function partEvidence(kind: string, asked: Asked): AttributionEvidence | null {
  const { frame, summary, t } = asked
  const { style } = frame
  if (kind === 'cac') {
    return {
      formula: t('evidence.cac'),
      lines: [
        line(t, 'cost', amountWithUnit(summary.total.cost.amount, style)),
        line(t, 'customersCount', String(summary.newCustomers ?? '—')),
        ...where(asked),
      ],
      remarks: [t('evidence.costSource')],
      href: null,
    }
  }
  const { booked, withTouch, without, restated } = summary.reconciliation
  const parts: Readonly<Record<string, Credited>> = {
    booked,
    withTouch,
    without,
    restated,
    marketing: summary.marketing,
  }
  const credited = parts[kind]
  if (!credited) return null
  return {
    formula: t(`evidence.${kind}`),
    lines: [...creditLines(credited, asked), ...where(asked)],
    remarks: isFrozen(asked) && kind !== 'booked' ? [t('evidence.frozen')] : [],
    href: kind === 'without' ? dealsHref('-', asked) : kind === 'restated' ? '#restatements' : null,
  }
}
