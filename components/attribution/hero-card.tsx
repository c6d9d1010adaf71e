import { useTranslations } from 'next-intl'
import { formatDate, formatRate, formatRatio, moneyUnitLabel } from '#lib/format'
import { Figure } from '../kpi/figure'
import { ViewLinks } from '../pipeline/view-links'
import { Card } from '../ui/card'
import { inBrowser } from '../ui/in-browser'
import { attributionHref, type Headline, type ViewFrame } from './attribution-props'
import { Fig } from './fig'
import { ReconciliationLine } from './reconciliation-line'
import { amountText, amountWithUnit, monthsInViewText, rangeText } from './words'

type HeroCardProps = {
  readonly frame: ViewFrame
  readonly headline: Headline
}

/** How much of the revenue comes from marketing, from what most of all, at what cost; and that it adds up. */
export function HeroCard({ frame, headline }: HeroCardProps) {
  const t = useTranslations('attribution')
  const { style, model } = frame
  const { marketing } = headline
  return (
    <Card
      flush
      title={t('hero.title')}
      hint={t('hero.hint', {
        ...{ model: t(`models.${model}`), period: monthsInViewText(frame) },
        asOf: t('asOf', { time: formatDate(frame.today, style.locale) }),
      })}
      actions={<Customers frame={frame} />}
    >
      <div className="flex flex-wrap items-center gap-x-8 gap-y-1 px-4 pb-3">
        <p className="leading-figure">
          <Fig at="marketing">
            <Figure size="l" value={amountText(marketing.amount, style)} unit={moneyUnitLabel(style.unit, style)} />
          </Fig>
        </p>
        <p className="min-w-0 flex-[1_1_320px] text-read">
          <HeroSentence frame={frame} headline={headline} />
        </p>
      </div>
      <ReconciliationLine frame={frame} {...headline} />
    </Card>
  )
}

const Customers = inBrowser(CustomerLinks, () => <span className="h-6.5 w-41" />)

/** Revenue from whom. */
function CustomerLinks({ frame }: Pick<HeroCardProps, 'frame'>) {
  const t = useTranslations('attribution.customers')
  return (
    <ViewLinks
      small
      label={t('label')}
      current={frame.view.customers}
      links={(['new', 'existing', 'all'] as const).map((customers) => ({
        ...{ key: customers, label: t(customers), href: attributionHref(frame, { customers }) },
      }))}
    />
  )
}

function HeroSentence({ frame, headline }: HeroCardProps) {
  const t = useTranslations('attribution')
  const { style } = frame
  const { marketing, top, total, reconciliation, isTotalUnripe } = headline
  const booked = amountWithUnit(reconciliation.booked.amount, style)
  const scope = t(`customers.revenue.${frame.view.customers}`)
  return (
    <>
      {marketing.share === null
        ? t('hero.nothing', { scope })
        : t('hero.share', { scope, booked, share: formatRate(marketing.share, style) })}
      {top && top.amount > 0 && (
        <>
          {' '}
          {t(top.range[0] === top.range[1] ? 'hero.largestSame' : 'hero.largest', {
            channel: top.name ?? t('gone'),
            amount: amountWithUnit(top.amount, style),
            range: rangeText(top.range, { ...frame, view: { ...frame.view, show: 'amount' } }, headline),
          })}
        </>
      )}
      {total.roi !== null && (
        <>
          {' '}
          {t(`hero.roi.${isTotalUnripe ? 'unripe' : frame.effort}`, {
            cost: amountWithUnit(total.cost.amount, style),
            roi: formatRatio(total.roi, { ...style, signed: true }),
          })}
          {total.cost.missing.length > 0 && t('hero.partial')}
        </>
      )}
    </>
  )
}
