'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { calendarsOf } from '#lib/funnel/calendar'
import { figureDifferences, inputDifferences } from '#lib/funnel/differences'
import { scenarioOf } from '#lib/funnel/draft'
import { planFigures } from '#lib/funnel/plan'
import type { PlanVersion } from '#lib/plan-version'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Select } from '../ui/select'
import { CompareRows } from './compare-rows'
import type { PlanScreenProps } from './plan-props'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'
import { VersionFacts } from './version-facts'

type CompareCardProps = Pick<PlanScreenProps, 'campaigns' | 'year' | 'nextYear'> & {
  readonly versions: readonly PlanVersion[]
  /** The version on the left; what is open on the screen stands on the right. */
  readonly left: PlanVersion
  readonly shown: PlanVersion | null
  readonly unsaved: boolean
  /** Null closes the comparison. */
  readonly onCompare: (version: number | null) => void
}

const CELL = 'w-1/4 px-3 py-2 align-top'

/** Two versions side by side: who made them, when and why, and every input and main figure that differs. */
export function CompareCard(props: CompareCardProps) {
  const { versions, left, shown, unsaved, campaigns, year, nextYear, onCompare } = props
  const t = useTranslations('plan')
  const { stages } = usePlanView()
  const draft = usePlan((state) => state.draft)
  const figures = usePlan((state) => state.figures)
  const inputs = useMemo(() => inputDifferences(left.draft, draft), [left, draft])
  const before = useMemo(
    () => planFigures(scenarioOf(left.draft, stages, nextYear, calendarsOf(campaigns, year))),
    [left, stages, nextYear, campaigns, year],
  )
  const results = useMemo(() => figureDifferences(before, figures), [before, figures])
  return (
    <Card
      title={t('compare')}
      hint={t('compareHint')}
      flush
      actions={
        <Button
          size="small"
          variant="text"
          icon={<X aria-hidden="true" size={14} />}
          onClick={() => onCompare(null)}
          aria-label={t('compareClose')}
        >
          {t('compareClose')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={t('compare')} tabIndex={0} className="max-h-[60vh] overflow-auto" data-print="whole">
        <table className="w-full min-w-140 border-separate border-spacing-0 text-small max-tablet:min-w-0">
          <caption className="sr-only">{t('compareCaption')}</caption>
          <thead className="sticky top-0 z-10 bg-surface text-left *:*:border-y">
            <tr>
              <th scope="col" className={`${CELL} pl-4! font-regular text-text-3`}>
                {t('compareItem')}
              </th>
              <th scope="col" className={`${CELL} text-right font-regular`}>
                <Select
                  aria-label={t('compareWith')}
                  boxClassName="mb-1 w-full max-w-50 text-left"
                  value={String(left.version)}
                  onChange={(event) => onCompare(Number(event.target.value))}
                >
                  {versions.map(({ version, state }) => (
                    <option key={version} value={version}>
                      {t('versionNumber', { version })} {t(`state.${state}`)}
                    </option>
                  ))}
                </Select>
                <VersionFacts version={left} />
              </th>
              <th scope="col" className={`${CELL} text-right font-regular`}>
                <span className="mb-1 flex min-h-(--control-h) flex-wrap items-center justify-end font-strong">
                  {shown ? t('versionNumber', { version: shown.version }) : t('unsavedPlan')}
                  <small className="ml-2 font-regular text-text-3">
                    {unsaved && shown ? t('compareUnsaved') : t('compareShown')}
                  </small>
                </span>
                {shown && <VersionFacts version={shown} />}
              </th>
              <th scope="col" className={`${CELL} pr-4! text-right font-regular text-text-3 max-tablet:hidden`}>
                {t('compareChange')}
              </th>
            </tr>
          </thead>
          {inputs.length > 0 && <CompareRows title={t('compareInputs')} differences={inputs} />}
          {results.length > 0 && <CompareRows title={t('compareFigures')} differences={results} />}
        </table>
      </section>
      {inputs.length + results.length === 0 && <p className="p-4 text-text-2">{t('compareSame')}</p>}
    </Card>
  )
}
