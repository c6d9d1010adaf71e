import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatRate, formatYearMonth } from '#lib/format'
import type { Month } from '#lib/month'
import type { Cohort, CohortStep } from '#lib/pipeline/cohort-funnel'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { FigureLink } from './figure-link'
import { type PipelineFrame, recordsHref, viewHref } from './pipeline-props'
import { StageName } from './stage-name'
import { ViewLinks } from './view-links'
import { countText } from './words'

type CohortCardProps = PipelineFrame & {
  readonly cohorts: readonly Cohort[]
  /** Null: all channels. */
  readonly channelId: string | null
  readonly through: Month
}

/** コホート: what became of each month's leads, so far. */
export function CohortCard({ cohorts, channelId, through, ...frame }: CohortCardProps) {
  const t = useTranslations('pipeline')
  const { style } = frame
  const later = cohorts[0]?.steps.map(({ stage }) => stage) ?? []
  const records = (month: Month, reached: string | null) =>
    recordsHref(frame, 'leads', { basis: 'cohort', from: month, to: month, channel: channelId, reached, through })
  return (
    <Card
      flush
      title={t('cohort.title')}
      hint={t('cohort.hint', { month: formatYearMonth(through, style.locale) })}
      actions={<ChannelChoice channelId={channelId} frame={frame} />}
    >
      <div className="overflow-x-auto">
        <table aria-label={t('cohort.title')} className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr className="h-6 text-micro text-text-3 [&>th]:px-2 [&>th]:font-regular [&>th]:whitespace-nowrap">
              <th scope="col" className="pl-4! text-left">
                {t('cohort.month')}
              </th>
              <th scope="col" className="text-right">
                <StageName stage="lead" frame={frame} />
              </th>
              {later.map((stage) => (
                <th key={stage} scope="col" className="text-right last:pr-4!">
                  <StageName stage={stage} frame={frame} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map(({ month, count, steps }) => (
              <tr key={month} className="h-7 [&>*]:border-t">
                <th scope="row" className="pr-2 pl-4 text-left font-regular whitespace-nowrap">
                  {formatYearMonth(month, style.locale)}
                </th>
                <td className="px-2 text-right">
                  <FigureLink href={records(month, null)} count={count}>
                    {countText(count, style)}
                  </FigureLink>
                </td>
                {steps.map((step) => (
                  <StepCell key={step.stage} step={step} empty={count === 0} frame={frame}>
                    <FigureLink href={records(month, step.stage)} count={step.count}>
                      {countText(step.count, style)}
                    </FigureLink>
                  </StepCell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">{t('cohort.note')}</p>
    </Card>
  )
}

type StepCellProps = {
  readonly step: CohortStep
  readonly empty: boolean
  readonly frame: PipelineFrame
  readonly children: ReactNode
}

/** Count and rate so far; an unripe one is hatched, with its ripeness and the expected final value in words. */
function StepCell({ step, empty, frame, children }: StepCellProps) {
  const t = useTranslations('pipeline')
  const { style } = frame
  const isUnripe = step.isUnripe && !empty
  return (
    <td className={classes('px-2 text-right whitespace-nowrap last:pr-4', isUnripe && 'hatch-unripe')}>
      {children} <span className={isUnripe ? 'text-text-2' : 'font-strong'}>{formatRate(step.rate, style)}</span>
      {isUnripe && (
        <small className="ml-1.5 text-text-2 max-tablet:block">
          {t('cohort.unripe', {
            ripeness: formatRate(step.ripeness, style),
            expected: formatRate(step.expected, style),
          })}
        </small>
      )}
    </td>
  )
}

function ChannelChoice({ channelId, frame }: { readonly channelId: string | null; readonly frame: PipelineFrame }) {
  const t = useTranslations('pipeline')
  return (
    <ViewLinks
      small
      label={t('by.channel')}
      current={channelId ?? 'all'}
      links={[
        { key: 'all', label: t('cohort.allChannels'), href: viewHref(frame, { view: 'cohorts' }) },
        ...frame.channels
          .filter(({ archivedAt }) => archivedAt === null)
          .map(({ id, name }) => ({ key: id, label: name, href: viewHref(frame, { view: 'cohorts', channel: id }) })),
      ]}
    />
  )
}
