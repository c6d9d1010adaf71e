'use client'

import { useTranslations } from 'next-intl'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import type { TeamGoal } from './plan-props'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'

/** The root team beside other teams: its KGI against the sum of theirs. What is left is 未配分, too much is 超過. */
export function TeamGoals({ teams }: { readonly teams: readonly TeamGoal[] }) {
  const t = useTranslations('plan')
  const { amount, amountLabel } = usePlanView()
  const revenueGoal = usePlan(({ draft }) => draft.revenueGoal)
  const given = teams.reduce((sum, team) => sum + (team.revenueGoal ?? 0), 0)
  const left = (revenueGoal ?? 0) - given
  return (
    <Card title={t('teamGoals')} hint={t('teamGoalsHint', { unit: amountLabel })} flush>
      <table className="w-full border-separate border-spacing-0 text-small *:*:*:h-(--row-h) *:*:*:border-b *:*:*:px-4">
        <tbody>
          {teams.map((team) => (
            <tr key={team.id}>
              <th scope="row" className="text-left font-regular">
                {team.name}
              </th>
              <td className="text-right">
                {team.revenueGoal === null ? (
                  <span className="text-text-3">{t('noActivePlan')}</span>
                ) : (
                  amount(team.revenueGoal)
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="font-strong">
          <tr>
            <th scope="row" className="text-left">
              {t('teamsTotal')}
            </th>
            <td className="text-right">{amount(given)}</td>
          </tr>
          <tr>
            <th scope="row" className="text-left">
              {t('revenueGoal')}
            </th>
            <td className="text-right">{amount(revenueGoal)}</td>
          </tr>
          <tr>
            <th scope="row" className="border-b-0! text-left">
              <Chip small tone={left === 0 ? 'good' : left > 0 ? 'watch' : 'bad'}>
                {left === 0 ? t('allGiven') : left > 0 ? t('unallocated') : t('overAllocated')}
              </Chip>
            </th>
            <td className="border-b-0! text-right">{amount(Math.abs(left))}</td>
          </tr>
        </tfoot>
      </table>
    </Card>
  )
}
