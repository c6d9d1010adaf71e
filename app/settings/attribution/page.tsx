import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Refreshing } from '#components/attribution/refreshing'
import { AttributionChannels } from '#components/settings/attribution-channels'
import { AttributionRules } from '#components/settings/attribution-rules'
import { PageBody } from '#components/shell/page-body'
import { TopBar } from '#components/shell/top-bar'
import { Banner } from '#components/ui/banner'
import { attributionStanding } from '#db/queries/attribution'
import { channels } from '#db/queries/organisation'
import type { AttributionStanding } from '#lib/attribution/standing'
import { formatCount } from '#lib/format'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireSession } from '#server/session'
import { percentOf, type RulesForm } from '../../../components/settings/attribution-form'
import { changeChannelCreditAction, saveAttributionRulesAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attribution-settings'))('title') }
}

export default async function AttributionSettingsPage() {
  const session = await requireSession('records.read')
  const [t, standing, ownChannels, locale] = await Promise.all([
    getTranslations('attribution-settings'),
    attributionStanding(session),
    channels(session),
    getLocale(),
  ])
  const edits = can(session, 'attribution.edit')
  const count = (value: number) => formatCount(value, { ...session.org, locale: locale === 'en' ? 'en' : 'ja' })
  const { halfLifeDays, halfLifeOf } = standing.rules
  return (
    <ClientMessages of={['attribution', 'attribution-settings']}>
      <TopBar title={t('title')} />
      <PageBody>
        {!edits && <Banner>{t('readOnly')}</Banner>}
        {standing.pending !== null && (
          <Banner>
            {t('pending')}
            <Refreshing />
          </Banner>
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 min-[1100px]:grid-cols-2">
          <AttributionRules
            form={formOf(standing)}
            measured={
              halfLifeOf === null || halfLifeOf === 0 ? null : { days: count(halfLifeDays), deals: count(halfLifeOf) }
            }
            save={edits ? saveAttributionRulesAction : null}
          />
          <AttributionChannels
            channels={ownChannels
              .filter(({ archivedAt }) => archivedAt === null)
              .map(({ id, name, colour, isDirect, grossMargin }) => ({ id, name, colour, isDirect, grossMargin }))}
            save={edits ? changeChannelCreditAction : null}
          />
        </div>
      </PageBody>
    </ClientMessages>
  )
}

/** What is saved, though it may still be on its way into the figures. */
function formOf({ rules, pending, defaultModel, grossMargin }: AttributionStanding): RulesForm {
  const { lookbackDays, level, halfLifeDays, halfLifeOf, custom } = pending ?? rules
  return {
    ...{ lookbackDays: String(lookbackDays), level, defaultModel, grossMargin: percentOf(grossMargin) },
    ...{ isMeasured: halfLifeOf !== null, halfLifeDays: String(halfLifeDays) },
    custom: {
      first: percentOf(custom.first),
      leadCreation: percentOf(custom.leadCreation),
      opportunityCreation: percentOf(custom.opportunityCreation),
      last: percentOf(custom.last),
      middle: percentOf(custom.middle),
    },
  }
}
