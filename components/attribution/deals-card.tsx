import { useTranslations } from 'next-intl'
import { formatCount, formatDate } from '#lib/format'
import { NO_TOUCH } from '#lib/input/attribution-view'
import { ScrollingCardTable } from '../table/card-table'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { Link } from '../ui/link'
import { TextLink } from '../ui/text-link'
import { type AttributionFrame, attributionHref, campaignNameOf, channelOf, type DealsPage } from './attribution-props'
import { dealsText, monthsInViewText, wholeText } from './words'

type DealsCardProps = {
  readonly frame: AttributionFrame
  readonly page: DealsPage
  /** Whose journey stands below. */
  readonly opened: string | null
  /** Whether the model credits deals at all. */
  readonly isCredited: boolean
}

/** 商談: those behind a channel's, a campaign's or the whole figure, with what it is credited with of each. */
export function DealsCard({ frame, page, opened, isCredited }: DealsCardProps) {
  const t = useTranslations('attribution')
  const { style, view } = frame
  const isWhole = view.channel === null && view.campaign === null
  const sums = page.rows.reduce((sum, { amount, credit }) => [sum[0] + amount, sum[1] + credit] as const, [
    0, 0,
  ] as readonly [number, number])
  const isAll = view.after === null && page.next === null
  const showsCredit = isCredited && !isWhole && view.channel !== NO_TOUCH
  return (
    <Card
      flush
      title={t('deals.title')}
      hint={t('deals.hint', { period: monthsInViewText(frame), count: formatCount(page.total, style) })}
      className="scroll-mt-18"
      actions={!isWhole && <Filter frame={frame} />}
    >
      {page.rows.length === 0 ? (
        <p className="px-4 pb-4 text-text-2">{t('deals.none')}</p>
      ) : (
        <ScrollingCardTable
          label={t('deals.title')}
          nameHeader={t('deals.deal')}
          columns={[
            { key: 'closedOn', header: t('deals.closedOn'), align: 'start', hiddenOnPhone: showsCredit },
            { key: 'touches', header: t('deals.touches'), hiddenOnPhone: true },
            { key: 'amount', header: t('deals.amount', { unit: t('yen') }) },
            ...(showsCredit
              ? [
                  { key: 'parts', header: t('deals.parts'), hiddenOnPhone: true },
                  { key: 'credit', header: t('deals.credit', { unit: t('yen') }) },
                ]
              : []),
          ]}
          rows={[
            ...page.rows.map((deal) => ({
              key: deal.id,
              isOpen: deal.id === opened,
              name: (
                <Link
                  href={attributionHref(frame, { deal: deal.id, after: view.after }, '#journey')}
                  aria-current={deal.id === opened ? 'true' : undefined}
                  className="inline-block max-w-90 truncate align-bottom underline decoration-border-control decoration-dotted underline-offset-3 hover:text-accent hover:decoration-solid max-tablet:max-w-40"
                >
                  {[deal.account, deal.name].filter(Boolean).join(t('separator'))}
                </Link>
              ),
              cells: [
                formatDate(deal.closedOn ?? deal.createdOn, style.locale),
                formatCount(deal.touches, style),
                wholeText(deal.amount, style),
                ...(showsCredit
                  ? [dealsText(deal.dealParts, style), <b key="credit">{wholeText(deal.credit, style)}</b>]
                  : []),
              ],
            })),
            ...(isAll
              ? [
                  {
                    key: 'total',
                    name: t('total'),
                    isTotal: true,
                    cells: [
                      '',
                      '',
                      wholeText(sums[0], style),
                      ...(showsCredit
                        ? [
                            dealsText(
                              page.rows.reduce((sum, { dealParts }) => sum + dealParts, 0),
                              style,
                            ),
                            wholeText(sums[1], style),
                          ]
                        : []),
                    ],
                  },
                ]
              : []),
          ]}
        />
      )}
      {(page.next !== null || view.after !== null) && (
        <nav aria-label={t('deals.pages')} className="flex justify-end gap-2 border-t px-4 py-2.5 print:hidden">
          {view.after !== null && (
            <ButtonLink href={attributionHref(frame, { deal: null }, '#deals')}>{t('deals.first')}</ButtonLink>
          )}
          {page.next !== null && (
            <ButtonLink href={attributionHref(frame, { deal: null, after: page.next }, '#deals')}>
              {t('deals.next')}
            </ButtonLink>
          )}
        </nav>
      )}
    </Card>
  )
}

/** What limits the list, each with the way to take it back. */
function Filter({ frame }: Pick<DealsCardProps, 'frame'>) {
  const t = useTranslations('attribution')
  const { view } = frame
  const chips = [
    ...(view.channel === null
      ? []
      : [
          {
            key: 'channel',
            name: view.channel === NO_TOUCH ? t('noTouch') : (channelOf(frame, view.channel)?.name ?? t('gone')),
            change: { channel: null, campaign: null, deal: null },
          },
        ]),
    ...(view.campaign === null
      ? []
      : [
          {
            key: 'campaign',
            name: campaignNameOf(frame, view.campaign) ?? t('gone'),
            change: { campaign: null, deal: null },
          },
        ]),
  ]
  return (
    <ul aria-label={t('deals.filters')} className="flex flex-wrap justify-end gap-1.5">
      {chips.map(({ key, name, change }) => (
        <li
          key={key}
          className="inline-flex h-6 items-center gap-1 rounded-full bg-surface-3 pr-1 pl-2.25 text-small text-text-2"
        >
          {name}
          <TextLink
            href={attributionHref(frame, change, '#deals')}
            scroll={false}
            aria-label={t('deals.remove', { name })}
            className="px-1"
          >
            ×
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
