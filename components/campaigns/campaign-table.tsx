'use client'

import { useTranslations } from 'next-intl'
import { moneyUnitLabel } from '#lib/format'
import { figureWithUnit } from '../plan-vs-actual/figure-text'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { TextLink } from '../ui/text-link'
import { CampaignRow } from './campaign-row'
import type { CampaignItem, CampaignsProps } from './campaigns-props'

type CampaignTableProps = Pick<CampaignsProps, 'style' | 'channels' | 'rateColumns' | 'items' | 'attribution'> & {
  /** Null: only reading. */
  readonly onChange: ((item: CampaignItem) => void) | null
}

const HEAD = 'px-2 pb-1.5 text-right align-bottom font-regular whitespace-nowrap last:pr-4'

/** What each campaign plans and what came of it. A phone shows dates, entries and cost. */
export function CampaignTable({ items, onChange, ...shared }: CampaignTableProps) {
  const t = useTranslations('campaigns.list')
  const { style, rateColumns, attribution } = shared
  const unit = moneyUnitLabel(style.unit, style)
  const budget = items.reduce((sum, { campaign }) => sum + (campaign.budget ?? 0), 0)
  const figures = [
    ...[{ key: 'planned' }, { key: 'entries' }, { key: 'budget', wide: true }, { key: 'cost' }],
    ...rateColumns.map(({ key, from, to }) => ({ key, label: t('rate', { from, to }), wide: true })),
    ...[
      { key: 'won', wide: true },
      { key: 'revenue', wide: true },
      ...(attribution ? [{ key: 'credited', wide: true }] : []),
      { key: 'roi', wide: true },
    ],
  ].map(({ key, ...column }) => ({ key, label: t.has(key) ? t(key) : key, wide: false, ...column }))
  return (
    <Card
      flush
      title={t('title')}
      hint={t('hint', { count: items.length, budget: figureWithUnit('revenue', budget, style) })}
      actions={<span className="text-text-3">{t('unit', { unit })}</span>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section aria-label={t('title')} tabIndex={0} className="overflow-x-auto">
        <table aria-label={t('title')} className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr className="text-micro text-text-3">
              <th scope="col" className="pr-2 pb-1.5 pl-4 text-left align-bottom font-regular">
                {t('name')}
              </th>
              {figures.map(({ key, label, wide }) => (
                <th key={key} scope="col" className={classes(HEAD, wide && 'max-tablet:hidden')}>
                  {label}
                </th>
              ))}
              {onChange && (
                <th scope="col" className={classes(HEAD, 'max-tablet:hidden')}>
                  {t('actions')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <CampaignRow key={item.campaign.id} item={item} onChange={onChange} {...shared} />
            ))}
          </tbody>
        </table>
      </section>
      <Notes items={items} attribution={attribution} />
    </Card>
  )
}

/** What the marks of the table mean, only those that stand in it. */
function Notes({ items, attribution }: Pick<CampaignTableProps, 'items' | 'attribution'>) {
  const t = useTranslations('campaigns.notes')
  const models = useTranslations('campaigns.models')
  const isBlank = items.some(({ isDue, entries }) => isDue && entries === null)
  const isUnripe = items.some(({ rates }) => Object.values(rates).some((rate) => rate.isUnripe && rate.rate !== null))
  const hasRoi = items.some(({ roi }) => roi !== null)
  return (
    <ul className="space-y-0.5 border-t px-4 py-2.5 text-small leading-text text-text-3">
      <li>{t('entries')}</li>
      {isBlank && <li>{t('byCampaign')}</li>}
      {isUnripe && <li className="max-tablet:hidden">{t('unripe')}</li>}
      {attribution && (
        <li className="max-tablet:hidden">
          {t('credited', { model: models(attribution.model) })}{' '}
          <TextLink href={attribution.href}>{t('toAttribution')}</TextLink>
        </li>
      )}
      {hasRoi && <li className="max-tablet:hidden">{t('roi')}</li>}
    </ul>
  )
}
