import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Counting } from '#components/settings/counting'
import { TeamChoice } from '#components/settings/team-choice'
import { PageBody } from '#components/shell/page-body'
import { TopBar } from '#components/shell/top-bar'
import { Banner } from '#components/ui/banner'
import { countingOf } from '#db/queries/counted'
import { channels, stages } from '#db/queries/organisation'
import { formatYearMonth } from '#lib/format'
import { addMonths, monthOf } from '#lib/month'
import { can } from '#lib/permissions'
import { locale as ownLocale } from '#server/i18n'
import { requireSession } from '#server/session'
import { today } from '#server/today'
import { countFromAction } from './actions'
import { countingGroups } from './groups'

/** Months that may be chosen, and compared: two years back, one ahead. */
const BACK = 24
const AHEAD = 12

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('counting') }
}

export default async function CountingPage({ searchParams }: PageProps<'/settings/counting'>) {
  const session = await requireSession('records.read')
  const { team: wanted } = await searchParams
  const team = wanted === undefined ? session.teams[0] : session.teams.find(({ id }) => id === wanted)
  if (!team) notFound()
  const { timeZone, unit, currency, negativeStyle } = session.org
  const running = monthOf(today(timeZone))
  const span = { from: addMonths(running, -BACK), to: addMonths(running, AHEAD) }
  const [t, locale, ownChannels, ownStages, { choices, compared }] = await Promise.all([
    getTranslations('settings'),
    ownLocale(),
    channels(session),
    stages(session),
    countingOf(session, team.id, span),
  ])
  const style = { locale, unit, currency, negativeStyle }
  const source = { teamId: team.id, channels: ownChannels, stages: ownStages, choices, compared, style }
  const months = Array.from({ length: BACK + AHEAD + 1 }, (_, i) => addMonths(span.from, i))
  return (
    <>
      <TopBar title={t('counting')} />
      <PageBody>
        <Banner>{t('countingHint')}</Banner>
        <TeamChoice teams={session.teams} chosen={team.id} />
        <Counting
          key={team.id}
          groups={countingGroups(source, (key, values) => t(key, values))}
          months={months.map((month) => ({ month, name: formatYearMonth(month, locale) }))}
          save={can(session, 'records.import') ? countFromAction : null}
        />
      </PageBody>
    </>
  )
}
