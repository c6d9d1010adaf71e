import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DealJourney, NamedTouch } from '#lib/attribution/credited-deal'
import { dayText } from '#lib/attribution/day-text'
import { dealCredits, type TouchCredit } from '#lib/attribution/deal-credits'
import type { TouchModel } from '#lib/attribution/models'
import { formatDate, formatRate } from '#lib/format'
import { ChannelName } from '../kpi/channel-dot'
import { ScrollingCardTable } from '../table/card-table'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import { type AttributionFrame, attributionHref, channelOf, type Neighbours } from './attribution-props'
import { JourneyLine } from './journey-line'
import { wholeText, wholeWithUnit } from './words'

type JourneyCardProps = {
  readonly frame: AttributionFrame
  readonly deal: DealJourney
  /** The chosen model, or the one that stands in for a model without deals. */
  readonly model: TouchModel
  readonly neighbours: Neighbours
}

/** 商談の経路: every touch that counts with its milestone, weight and credit; the credits add up to the amount. */
export function JourneyCard({ frame, deal, model, neighbours }: JourneyCardProps) {
  const t = useTranslations('attribution')
  const { style, rules } = frame
  const basis = deal.state === 'won' ? 'won' : 'created'
  const credits = dealCredits(deal.journey, rules, basis, model)
  const named = credits.map((credit) => ({ ...credit, touch: namedOf(credit, deal) }))
  const outside = deal.journey.touches.length - credits.length
  const sum = credits.reduce((all, { amount }) => all + amount, 0)
  const first = credits[0]?.touch.day
  const end = basis === 'won' ? deal.journey.closedDay : deal.journey.createdDay
  const facts = [
    [deal.account, deal.name].filter(Boolean).join(t('separator')),
    t(`journey.states.${deal.state}`, { date: formatDate(deal.closedOn ?? deal.createdOn, style.locale) }),
    ...(first === undefined || end === null ? [] : [t('journey.days', { days: end - first })]),
  ]
  return (
    <Card
      flush
      title={t('journey.title')}
      hint={facts.join(t('comma'))}
      actions={
        <span className="contents print:hidden">
          <Steps frame={frame} neighbours={neighbours} />
        </span>
      }
      className="scroll-mt-18"
    >
      {model !== frame.model && (
        <p className="px-4 pb-2 text-small text-text-2">{t('journey.standIn', { model: t(`models.${model}`) })}</p>
      )}
      {named.length > 0 && <JourneyLine frame={frame} credits={named} deal={deal} />}
      {named.length === 0 ? (
        <p className="border-t px-4 py-4 text-text-2">
          {t('journey.noTouch', { amount: wholeWithUnit(deal.amount, style) })}
        </p>
      ) : (
        <ScrollingCardTable
          label={t('journey.title')}
          nameHeader={t('journey.date')}
          columns={[
            { key: 'channel', header: t('channel'), align: 'start' },
            { key: 'campaign', header: t('campaign'), align: 'start', hiddenOnPhone: true },
            { key: 'milestones', header: t('journey.milestone'), align: 'start' },
            { key: 'weight', header: t('journey.weight'), hiddenOnPhone: true },
            { key: 'credit', header: t('journey.credit', { unit: t('yen') }) },
          ]}
          rows={[
            ...named.map(({ touch, milestones, share, amount }, i) => ({
              key: String(i),
              name: <span className="text-text-2">{dayText(touch.day, style.locale)}</span>,
              cells: [
                <ChannelName key="channel" colour={channelOf(frame, touch.channelId)?.colour ?? 0}>
                  {touch.channel}
                </ChannelName>,
                [touch.campaign, touch.kind].filter(Boolean).join(t('separator')),
                <span key="milestones" className="inline-flex gap-1">
                  {milestones.map((milestone) => (
                    <Chip key={milestone} small>
                      {t(`milestones.${milestone}`)}
                    </Chip>
                  ))}
                </span>,
                formatRate(share, style),
                <b key="credit">{wholeText(amount, style)}</b>,
              ],
            })),
            {
              key: 'total',
              name: t('total'),
              isTotal: true,
              cells: ['', '', '', formatRate(1, style), wholeText(sum, style)],
            },
          ]}
        />
      )}
      {(named.length > 0 || outside > 0) && (
        <p className="border-t px-4 py-2.5 text-small leading-text text-text-2" data-testid="journey-sum">
          {named.length > 0 &&
            t(sum === deal.amount ? 'journey.agrees' : 'journey.differs', {
              sum: wholeWithUnit(sum, style),
              amount: wholeWithUnit(deal.amount, style),
            })}{' '}
          {outside > 0 && t('journey.outside', { count: outside, days: rules.lookbackDays })}
        </p>
      )}
    </Card>
  )
}

/** dealCredits hands back the very touches that it was given. */
function namedOf({ touch }: TouchCredit, { journey }: DealJourney): NamedTouch {
  const named = journey.touches.find((each) => each === touch)
  if (named === undefined) throw new RangeError('a credited touch is one of its journey')
  return named
}

function Steps({ frame, neighbours }: Pick<JourneyCardProps, 'frame' | 'neighbours'>) {
  const t = useTranslations('attribution')
  const { previous, next, position, total } = neighbours
  const href = (deal: string) => attributionHref(frame, { deal, after: frame.view.after }, '#journey')
  return (
    <>
      {previous !== null && (
        <ButtonLink size="small" href={href(previous)} scroll={false} aria-label={t('journey.previous')}>
          <ChevronLeft aria-hidden="true" size={14} />
        </ButtonLink>
      )}
      {position !== null && (
        <span className="text-text-3">
          {position} / {total}
        </span>
      )}
      {next !== null && (
        <ButtonLink size="small" href={href(next)} scroll={false} aria-label={t('journey.next')}>
          <ChevronRight aria-hidden="true" size={14} />
        </ButtonLink>
      )}
    </>
  )
}
