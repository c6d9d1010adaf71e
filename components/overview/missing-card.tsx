import { useTranslations } from 'next-intl'
import { formatMonth } from '#lib/format'
import { type MissingPlace, missingPlaces } from '#lib/plan-vs-actual/missing'
import { listOf, sectionName } from '../plan-vs-actual/names'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import { TextLink } from '../ui/text-link'
import type { CardProps } from './overview-props'

/** How many places are listed before the rest is counted. */
const LISTED = 5

/** What is not yet entered, the latest month first, each with the way there. */
export function MissingCard(props: CardProps) {
  const { ledger, style, links } = props
  const t = useTranslations('overview')
  const places = missingPlaces(ledger)
  const finished = ledger.year.months[ledger.finishedThrough]
  if (places.length === 0) {
    return (
      <Card title={t('missing.title')}>
        <p className="text-text-2">
          {finished === undefined
            ? t('missing.noneYet')
            : t('missing.none', { month: formatMonth(finished, style.locale) })}
        </p>
      </Card>
    )
  }
  return (
    <Card
      flush
      title={t('missing.title')}
      hint={t('missing.count', { count: places.length })}
      actions={<TextLink href={links.ownActuals}>{t('missing.enter')}</TextLink>}
    >
      <ul className="pb-1">
        {places.slice(0, LISTED).map((place) => (
          <Place key={[place.teamId, place.month, place.line, place.channelId].join()} place={place} {...props} />
        ))}
      </ul>
      {places.length > LISTED && (
        <p className="border-t px-4 py-2 text-small text-text-3">
          {t('missing.more', { count: places.length - LISTED })}
        </p>
      )}
    </Card>
  )
}

function Place({ place, ledger, style, links, teamId }: CardProps & { readonly place: MissingPlace }) {
  const t = useTranslations('overview')
  const month = formatMonth(ledger.year.months[place.month] ?? ledger.year.first, style.locale)
  const other = links.otherTeams[place.teamId]
  const href = place.teamId === teamId ? links.ownActuals : other?.actuals
  const { what, which } = useWords(place, { ledger, style })
  return (
    <li className="flex min-h-8.5 items-center gap-3 border-t px-4 py-1.5 text-small">
      <Chip tone="watch" small>
        {t('missing.month', { month })}
      </Chip>
      <span className="min-w-0 flex-1 truncate">
        {other && <span className="mr-2 text-text-2">{other.name}</span>}
        {href === undefined ? what : <TextLink href={href}>{what}</TextLink>}
        {which !== null && <span className="ml-2 text-text-3">{which}</span>}
      </span>
    </li>
  )
}

/** Whose entry it is, and which of its metrics are blank. */
function useWords(place: MissingPlace, { ledger, style }: Pick<CardProps, 'ledger' | 'style'>) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const { locale } = style
  if (place.wholeMonth) return { what: t('missing.wholeMonth'), which: null }
  if (place.line === 'existing' || place.line === 'salesSourced') {
    return { what: sectionName(place.line, ledger, locale), which: null }
  }
  const channel = ledger.channels.find((each) => each.id === place.channelId)?.name ?? words('unknownChannel')
  const metrics = place.metrics.map((metric) => sectionName(metric, ledger, locale))
  return { what: channel, which: listOf(metrics, locale) }
}
