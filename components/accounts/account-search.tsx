import { useTranslations } from 'next-intl'
import type { FoundAccount } from '#lib/records/account-merge'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextInput } from '../ui/input'
import { AccountGroups } from './account-groups'
import type { AccountVerbs } from './account-verbs'

type AccountSearchProps = {
  /** What was looked for; '' before the first search. */
  readonly query: string
  readonly found: readonly FoundAccount[]
  readonly verbs: AccountVerbs
}

/** Companies that go by different names are found by hand; what is looked for stands in the address. */
export function AccountSearch({ query, found, verbs }: AccountSearchProps) {
  const t = useTranslations('data.accounts')
  return (
    <Card title={t('search')} hint={t('searchHint')} flush>
      <form className="flex flex-wrap items-center gap-2 px-4 pb-3">
        <TextInput
          type="search"
          name="q"
          defaultValue={query}
          maxLength={200}
          aria-label={t('searchLabel')}
          placeholder={t('searchLabel')}
          boxClassName="w-72 max-w-full"
        />
        <Button type="submit">{t('searchButton')}</Button>
      </form>
      {query !== '' &&
        (found.length === 0 ? (
          <p role="status" className="border-t px-4 py-6 text-center text-text-2">
            {t('notFound', { query })}
          </p>
        ) : (
          <AccountGroups key={query} label={t('search')} groups={[{ key: 'found', accounts: found }]} verbs={verbs} />
        ))}
    </Card>
  )
}
