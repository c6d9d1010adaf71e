import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Details } from '#components/settings/details'
import { NamedList } from '#components/settings/named-list'
import { OrganisationForm } from '#components/settings/organisation-form'
import { PageBody } from '#components/shell/page-body'
import { TopBar } from '#components/shell/top-bar'
import { Banner } from '#components/ui/banner'
import { SubmitButton } from '#components/ui/button'
import { Card } from '#components/ui/card'
import { TextLink } from '#components/ui/text-link'
import { channels, stages, teams } from '#db/queries/organisation'
import { formatMonth, formatRatio, moneyUnitLabel } from '#lib/format'
import { stageName } from '#lib/metrics'
import { fiscalYear } from '#lib/month'
import { can } from '#lib/permissions'
import { locale as ownLocale } from '#server/i18n'
import { requireSession } from '#server/session'
import { logOutEverywhere } from '../(auth)/actions'
import * as verbs from './actions'
import { TokenCard } from './token-card'

const TEAM_VERBS = {
  add: verbs.addTeamAction,
  rename: verbs.renameTeamAction,
  archive: verbs.archiveTeamAction,
  restore: verbs.restoreTeamAction,
}
const CHANNEL_VERBS = {
  add: verbs.addChannelAction,
  rename: verbs.renameChannelAction,
  archive: verbs.archiveChannelAction,
  restore: verbs.restoreChannelAction,
}
const CURRENCY_WORD = { JPY: 'yen', USD: 'dollar', EUR: 'euro' } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

export default async function SettingsPage() {
  const session = await requireSession('organisation.read')
  const attribution = await getTranslations('attribution-settings')
  const [t, locale, ownTeams, ownChannels, ownStages] = await Promise.all([
    getTranslations('settings'),
    ownLocale(),
    teams(session, { archived: true }),
    channels(session),
    stages(session),
  ])
  const edits = can(session, 'organisation.edit')
  const { org } = session
  const entryOf = (key: string) =>
    ownStages.filter((stage) => stage.key === key).map((stage) => stageName(stage, locale))[0] ?? key
  const { first, last } = fiscalYear(2026, org.fiscalStart)
  const fixed = [
    ...(edits ? [] : [[t('organisationName'), org.name] as const]),
    [t('fiscalStart'), t('fiscalStartOf', { month: formatMonth(first, locale), closing: formatMonth(last, locale) })],
    [t('currency'), t(CURRENCY_WORD[org.currency])],
    [t('timeZone'), org.timeZone],
  ] as const
  const limits = { good: formatRatio(org.goodFrom, { locale }), watch: formatRatio(org.watchFrom, { locale }) }
  const chosen = [
    [t('unit'), moneyUnitLabel(org.unit, { locale, currency: org.currency })],
    [t('negativeStyle'), t(org.negativeStyle)],
    [t('verdicts'), t('verdictsOf', limits)],
    [t('agreedDays'), t('daysOf', { days: String(org.agreedDays) })],
    [t('influenceDays'), t('daysOf', { days: String(org.influenceDays) })],
  ] as const
  return (
    <>
      <TopBar title={t('title')} />
      <PageBody>
        {!edits && <Banner>{t('readOnly')}</Banner>}
        <div className="grid items-start gap-3 min-[1100px]:grid-cols-2">
          <div className="grid gap-3">
            <Card title={t('teams')} hint={t('teamsHint')} flush>
              <NamedList
                items={ownTeams.map(({ id, name, isRoot, archivedAt }) => ({
                  id,
                  name,
                  fixed: isRoot,
                  archived: archivedAt !== null,
                }))}
                verbs={edits ? TEAM_VERBS : null}
                words={{ add: t('addTeam'), label: t('newTeam') }}
              />
              {edits && ownTeams.length === 1 && <p className="px-4 pb-4 text-small text-text-2">{t('noTeamsYet')}</p>}
            </Card>
            <Card title={t('organisation')} hint={edits ? t('fixedHint') : undefined}>
              <Details facts={edits ? fixed : [...fixed, ...chosen]} />
            </Card>
            {edits && (
              <Card title={t('rules')} hint={t('rulesHint')}>
                <OrganisationForm organisation={org} locale={locale} save={verbs.saveOrganisationAction} />
              </Card>
            )}
            <Card title={t('account')}>
              <Details facts={[[t('email'), session.email]]} />
              <form action={logOutEverywhere} className="grid gap-1.5 pt-4">
                <SubmitButton variant="secondary" className="justify-self-start">
                  {t('everywhere')}
                </SubmitButton>
                <p className="text-small text-text-3">{t('everywhereHint')}</p>
              </form>
            </Card>
          </div>
          <div className="grid gap-3">
            <Card title={t('channels')} hint={t('channelsHint')} flush>
              <NamedList
                items={ownChannels.map(({ id, name, defaultEntry, archivedAt }) => ({
                  id,
                  name,
                  note: t('entry', { stage: entryOf(defaultEntry) }),
                  archived: archivedAt !== null,
                }))}
                verbs={edits ? CHANNEL_VERBS : null}
                words={{ add: t('addChannel'), label: t('newChannel') }}
              />
            </Card>
            <Card title={t('counting')}>
              <p className="pb-3 text-text-2">{t('countingHint')}</p>
              <TextLink href="/settings/counting">{t('countingOpen')}</TextLink>
            </Card>
            {can(session, 'records.read') && (
              <Card title={attribution('title')}>
                <p className="pb-3 text-text-2">{attribution('hint')}</p>
                <TextLink href="/settings/attribution">{attribution('open')}</TextLink>
              </Card>
            )}
            {can(session, 'token.edit') && <TokenCard session={session} />}
          </div>
        </div>
      </PageBody>
    </>
  )
}
