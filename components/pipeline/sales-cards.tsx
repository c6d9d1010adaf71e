import { useTranslations } from 'next-intl'
import { formatCount, formatRate } from '#lib/format'
import type { StageAge } from '#lib/pipeline/ageing'
import type { Calibration } from '#lib/pipeline/calibration'
import { CardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { FigureLink } from './figure-link'
import { type PipelineFrame, recordsHref } from './pipeline-props'
import { amountText, countText, orNone, unitText } from './words'

type ForecastCardProps = PipelineFrame & {
  readonly rows: readonly Calibration[]
  readonly expectedTotal: number | null
}

/** ヨミ: what A, B and C turned out to be worth, and what is open worth by it. */
export function ForecastCard({ rows, expectedTotal, ...frame }: ForecastCardProps) {
  const t = useTranslations('pipeline')
  const { style } = frame
  return (
    <Card flush title={t('forecast.title')} hint={t('forecast.hint', { unit: unitText(style) })}>
      <div className="overflow-x-auto">
        <CardTable
          isDense
          label={t('forecast.title')}
          nameHeader={t('forecast.category')}
          columns={[
            { key: 'history', header: t('forecast.history'), hiddenOnPhone: true },
            { key: 'observed', header: t('forecast.observed') },
            { key: 'probability', header: t('forecast.probability') },
            { key: 'open', header: t('states.open') },
            { key: 'openAmount', header: t('amount'), hiddenOnPhone: true },
            { key: 'expected', header: t('forecast.expected') },
          ]}
          rows={[
            ...rows.map((row) => ({
              key: orNone(row.category),
              name: row.category ?? t('forecast.none'),
              cells: [
                t('forecast.ofClosed', { won: countText(row.won, style), closed: countText(row.closed, style) }),
                formatRate(row.observed, style),
                formatRate(row.probability, style),
                <FigureLink
                  key="open"
                  href={recordsHref(frame, 'deals', {
                    basis: 'open',
                    customers: 'all',
                    category: orNone(row.category),
                  })}
                  count={row.open}
                >
                  {countText(row.open, style)}
                </FigureLink>,
                amountText(row.openAmount, style),
                amountText(row.expected, style),
              ],
            })),
            {
              key: 'total',
              isTotal: true,
              name: t('total'),
              cells: ['', '', '', sum(rows, 'open', style), '', amountText(expectedTotal, style)],
            },
          ]}
        />
      </div>
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">{t('forecast.formula')}</p>
    </Card>
  )
}

function sum(rows: readonly Calibration[], key: 'open', style: PipelineFrame['style']): string {
  return countText(
    rows.reduce((total, row) => total + row[key], 0),
    style,
  )
}

type AgeingCardProps = PipelineFrame & { readonly rows: readonly StageAge[] }

/** 滞留: open opportunities by the CRM's stage, against the median of the same stage. */
export function AgeingCard({ rows, ...frame }: AgeingCardProps) {
  const t = useTranslations('pipeline')
  const { style } = frame
  const days = (value: number | null) => (value === null ? '—' : t('days', { value: formatCount(value, style) }))
  return (
    <Card flush title={t('ageing.title')} hint={t('ageing.hint', { unit: unitText(style) })}>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-text-2">{t('ageing.noneOpen')}</p>
      ) : (
        <div className="overflow-x-auto">
          <CardTable
            isDense
            label={t('ageing.title')}
            nameHeader={t('ageing.stage')}
            columns={[
              { key: 'count', header: t('states.open') },
              { key: 'amount', header: t('amount'), hiddenOnPhone: true },
              { key: 'median', header: t('ageing.median') },
              { key: 'p90', header: t('ageing.p90'), hiddenOnPhone: true },
              { key: 'stale', header: t('ageing.stale') },
              { key: 'staleAmount', header: t('ageing.staleAmount'), hiddenOnPhone: true },
            ]}
            rows={rows.map((row) => {
              const records = { basis: 'open', customers: 'all', stage: orNone(row.stage) }
              const over = row.limit === null ? null : Math.floor(row.limit)
              return {
                key: orNone(row.stage),
                name: row.stage ?? t('ageing.none'),
                cells: [
                  <FigureLink key="count" href={recordsHref(frame, 'deals', records)} count={row.count}>
                    {countText(row.count, style)}
                  </FigureLink>,
                  amountText(row.amount, style),
                  days(row.median),
                  days(row.p90),
                  row.limit === null ? (
                    '—'
                  ) : (
                    <FigureLink
                      key="stale"
                      href={recordsHref(frame, 'deals', { ...records, over })}
                      count={row.stale.count}
                    >
                      {countText(row.stale.count, style)}
                    </FigureLink>
                  ),
                  row.limit === null ? '—' : amountText(row.stale.amount, style),
                ],
              }
            })}
          />
        </div>
      )}
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">{t('ageing.formula')}</p>
    </Card>
  )
}
