import { useTranslations } from 'next-intl'
import { formatRate } from '#lib/format'
import type { Contribution, Part } from '#lib/pipeline/contribution'
import type { Tally } from '#lib/pipeline/deal'
import { CardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { FigureLink } from './figure-link'
import { type PipelineFrame, recordsHref, viewHref } from './pipeline-props'
import { ViewLinks } from './view-links'
import { amountText, countText, unitText } from './words'

export type ContributionSet = 'created' | 'open' | 'won'

type ContributionCardProps = PipelineFrame & { readonly sets: Readonly<Record<ContributionSet, Contribution>> }

const PARTS = ['total', 'sourced', 'influenced', 'salesSourced'] as const

/** The filter that finds the opportunities of a set. */
export function setFilter(set: ContributionSet, { from, to, view }: PipelineFrame) {
  const { customers } = view
  if (set === 'open') return { basis: 'open', customers }
  return set === 'won'
    ? { basis: 'closed', state: 'won', customers, from, to }
    : { basis: 'created', customers, from, to }
}

const PART_FILTER = {
  total: {},
  sourced: { sourced: 'yes' },
  influenced: { influenced: 'yes' },
  salesSourced: { sourced: 'no', customers: 'new' },
} as const satisfies Record<(typeof PARTS)[number], Readonly<Record<string, string>>>

/** マーケティングの貢献: sourced and influenced of what was created, is open and was won; count, amount and share. */
export function ContributionCard({ sets, ...frame }: ContributionCardProps) {
  const t = useTranslations('pipeline')
  const { style, view } = frame
  const shown = view.customers === 'existing' ? PARTS.slice(0, 3) : PARTS
  return (
    <Card
      flush
      title={t('contribution.title')}
      hint={t('contribution.hint', { unit: unitText(style) })}
      actions={
        <ViewLinks
          small
          label={t('customers.label')}
          current={view.customers}
          links={(['new', 'existing', 'all'] as const).map((customers) => ({
            ...{ key: customers, label: t(`customers.${customers}`) },
            href: viewHref(frame, { customers, by: view.by, set: view.set }),
          }))}
        />
      }
    >
      <div className="overflow-x-auto">
        <CardTable
          isDense
          label={t('contribution.title')}
          nameHeader={t('contribution.set')}
          columns={shown.flatMap((part) => [
            { key: part, header: t(`contribution.${part}`), hiddenOnPhone: part === 'salesSourced' },
            ...(part === 'total'
              ? []
              : [{ key: `${part} share`, header: t('contribution.share'), hiddenOnPhone: true }]),
          ])}
          rows={(['created', 'open', 'won'] as const).flatMap((set) => [
            {
              key: set,
              name: t(`sets.${set}`),
              cells: shown.flatMap((part) => countCells(sets[set][part], part, set, frame)),
            },
            {
              key: `${set} amount`,
              name: <span className="pl-3 text-text-2">{t('amount')}</span>,
              cells: shown.flatMap((part) => amountCells(sets[set][part], part, frame)),
            },
          ])}
        />
      </div>
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">
        {t('contribution.note', { days: view.window })} {t('contribution.attribution')}
      </p>
    </Card>
  )
}

function countCells(tally: Tally | Part, part: (typeof PARTS)[number], set: ContributionSet, frame: PipelineFrame) {
  const href = recordsHref(frame, 'deals', { ...setFilter(set, frame), ...PART_FILTER[part] })
  const figure = (
    <FigureLink key={part} href={href} count={tally.count}>
      {countText(tally.count, frame.style)}
    </FigureLink>
  )
  return 'countShare' in tally ? [figure, formatRate(tally.countShare, frame.style)] : [figure]
}

function amountCells(tally: Tally | Part, part: (typeof PARTS)[number], { style }: PipelineFrame) {
  const text = <span key={part}>{amountText(tally.amount, style)}</span>
  return 'amountShare' in tally ? [text, formatRate(tally.amountShare, style)] : [text]
}
