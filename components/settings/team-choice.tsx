import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { Select } from '#components/ui/select'
import type { Team } from '#lib/organisation'

type TeamChoiceProps = { readonly teams: readonly Pick<Team, 'id' | 'name'>[]; readonly chosen: string }

/** Which team's settings are shown: an ordinary form, so that the address carries it. Alone, a team is not asked for. */
export function TeamChoice({ teams, chosen }: TeamChoiceProps) {
  const t = useTranslations('settings')
  if (teams.length < 2) return null
  return (
    <form method="get" className="flex flex-wrap items-center gap-2">
      <Select name="team" caption={t('countingTeam')} defaultValue={chosen}>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button type="submit">{t('countingShow')}</Button>
    </form>
  )
}
