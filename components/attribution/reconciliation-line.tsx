import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Credited } from '#lib/attribution/credited'
import { agrees } from '#lib/attribution/reconciliation'
import { formatMoney, moneyUnitLabel } from '#lib/format'
import { Figure } from '../kpi/figure'
import { VerdictMark } from '../kpi/verdict-mark'
import { TextLink } from '../ui/text-link'
import type { Headline, ViewFrame } from './attribution-props'
import { Fig } from './fig'
import { dealsText, monthsInViewText, wholeText, wholeWithUnit } from './words'

type ReconciliationLineProps = Pick<Headline, 'reconciliation' | 'beside'> & { readonly frame: ViewFrame }

/** Booked = with touch + without touch (+ what came of closed months since), to the yen. */
export function ReconciliationLine({ frame, reconciliation, beside }: ReconciliationLineProps) {
  const t = useTranslations('attribution.reconciliation')
  const { booked, withTouch, without, restated, difference } = reconciliation
  const { style, view } = frame
  const isRestated = restated.amount !== 0 || restated.dealParts !== 0
  const deals = (credited: Credited) => dealsText(credited.dealParts, style)
  const where = t(`scope.${view.customers}`, { period: monthsInViewText(frame) })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t px-4 py-3" data-testid="reconciliation">
      <Part at="booked" label={t('booked', { where, deals: deals(booked) })} amount={booked.amount} frame={frame} />
      <Sign>=</Sign>
      <Part
        at="withTouch"
        label={t('withTouch', { deals: deals(withTouch) })}
        amount={withTouch.amount}
        frame={frame}
      />
      <Sign>+</Sign>
      <Part at="without" label={t('without', { deals: deals(without) })} amount={without.amount} frame={frame} />
      {isRestated && (
        <>
          <Sign>+</Sign>
          <Part at="restated" label={t('restated')} amount={restated.amount} frame={frame} signed />
        </>
      )}
      <span className="rounded-full bg-surface-3 px-2.5 py-0.5 whitespace-nowrap">
        {agrees(reconciliation) ? (
          <VerdictMark verdict="good">{t('agrees', { amount: wholeWithUnit(0, style) })}</VerdictMark>
        ) : (
          <VerdictMark verdict="bad">{t('differs', { amount: wholeWithUnit(difference.amount, style) })}</VerdictMark>
        )}
      </span>
      <p className="min-w-0 flex-[1_1_300px] text-small text-text-2 laptop:ml-auto laptop:max-w-110">
        {t('note')} {beside && <LedgerNote frame={frame} beside={beside} />}
      </p>
    </div>
  )
}

/** Plan vs actual counts another revenue than the opportunities: both are told. */
function LedgerNote({
  frame,
  beside,
}: Pick<ReconciliationLineProps, 'frame'> & { readonly beside: NonNullable<Headline['beside']> }) {
  const t = useTranslations('attribution.ledger')
  const { ledger, booked } = beside
  return (
    <>
      {t('differs', { ledger: wholeWithUnit(ledger, frame.style), booked: wholeWithUnit(booked, frame.style) })}{' '}
      <TextLink href={frame.path.replace(/attribution$/, 'plan-vs-actual')}>{t('link')}</TextLink>
    </>
  )
}

const Sign = ({ children }: { readonly children: ReactNode }) => (
  <span className="text-title text-text-3">{children}</span>
)

type PartProps = {
  readonly at: string
  readonly label: string
  readonly amount: number
  readonly frame: ViewFrame
  readonly signed?: boolean
}

function Part({ at, label, amount, frame: { style }, signed = false }: PartProps) {
  return (
    <div>
      <span className="block text-small text-text-2">{label}</span>
      <Fig at={at}>
        <Figure
          value={signed ? formatMoney(amount, { ...style, unit: 'yen', signed }) : wholeText(amount, style)}
          unit={moneyUnitLabel('yen', style)}
        />
      </Fig>
    </div>
  )
}
