import { useTranslations } from 'next-intl'
import { NONE } from '#lib/input/pipeline'
import { Select } from '../ui/select'

type OwnerSelectProps = {
  readonly owners: readonly string[]
  /** As it stands in the address; somebody who owns nothing any more is still named. */
  readonly chosen: string | null
}

/** Whose opportunities are shown, as a field of a form whose answers stand in the address. */
export function OwnerSelect({ owners, chosen }: OwnerSelectProps) {
  const t = useTranslations('pipeline')
  const listed = chosen === null || chosen === NONE || owners.includes(chosen) ? owners : [...owners, chosen]
  return (
    <Select small name="owner" caption={t('by.owner')} defaultValue={chosen ?? ''} className="max-w-40">
      <option value="">{t('list.any')}</option>
      {listed.map((owner) => (
        <option key={owner} value={owner}>
          {owner}
        </option>
      ))}
      <option value={NONE}>{t('none.owner')}</option>
    </Select>
  )
}
