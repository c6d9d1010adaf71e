import { Table2, Target } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { YearSummary } from '#lib/forecast/year-summary'
import { formatFiscalYear } from '#lib/format'
import { Banner } from '../ui/banner'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import type { FigureStyle } from './figure-text'
import type { Links } from './screen-props'

type UnfilledProps = { readonly summary: YearSummary; readonly style: FigureStyle; readonly links: Links }

/** What a year says that has no plan, or nothing entered yet, and the way to either. */
export default function Unfilled(props: UnfilledProps) {
  const { hasFigures, isPlanned } = props.summary
  if (!hasFigures) return <NoPlan {...props} />
  return isPlanned ? <NoActualsBanner {...props} /> : <NoPlanBanner {...props} />
}

function NoPlan({ summary, style, links }: UnfilledProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <Card>
      <EmptyState
        icon={<Target size={20} />}
        title={t('empty.noPlanTitle', { year: formatFiscalYear(summary.year, style.locale) })}
        actions={
          <>
            <ButtonLink href={links.plan} variant="primary">
              {t('empty.toPlan')}
            </ButtonLink>
            <ButtonLink href={links.actuals} icon={<Table2 aria-hidden="true" size={14} />}>
              {t('empty.toActuals')}
            </ButtonLink>
          </>
        }
      >
        {t('empty.noPlanBody')}
      </EmptyState>
    </Card>
  )
}

function NoPlanBanner({ summary, style, links }: UnfilledProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <Banner
      title={t('empty.noPlanTitle', { year: formatFiscalYear(summary.year, style.locale) })}
      actions={<ButtonLink href={links.plan}>{t('empty.toPlan')}</ButtonLink>}
    >
      <p>{t('empty.noPlanWithActuals')}</p>
    </Banner>
  )
}

function NoActualsBanner({ summary, style, links }: UnfilledProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <Banner
      title={t('empty.noActualsTitle', { year: formatFiscalYear(summary.year, style.locale) })}
      actions={<ButtonLink href={links.actuals}>{t('empty.toActuals')}</ButtonLink>}
    >
      <p>{t('empty.noActualsBody')}</p>
    </Banner>
  )
}
