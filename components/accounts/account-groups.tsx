'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { formatCount } from '#lib/format'
import type { AccountGroup, FoundAccount } from '#lib/records/account-merge'
import { Button } from '../ui/button'
import { AccountHead } from './account-head'
import type { AccountVerbs } from './account-verbs'
import { MergeDialog } from './merge-dialog'

type AccountGroupsProps = {
  /** Names the table for a screen reader. */
  readonly label: string
  readonly groups: readonly AccountGroup[]
  readonly verbs: AccountVerbs
}

type Asked = { readonly from: FoundAccount; readonly into: FoundAccount }

/** Companies in groups that are probably one: which of them stays, and the way of each other one into it. */
export function AccountGroups({ label, groups, verbs }: AccountGroupsProps) {
  const [asked, ask] = useState<Asked | null>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto outline-offset-[-2px]">
      <table aria-label={label} className="w-full border-separate border-spacing-0 text-small max-tablet:min-w-150">
        <AccountHead columns={['stays', 'name', 'externalId', 'leads', 'opportunities', 'touches', 'actions']} />
        {groups.map((group) => (
          <Group key={group.key} group={group} onMerge={ask} />
        ))}
      </table>
      {asked && <MergeDialog {...asked} verbs={verbs} onClose={() => ask(null)} />}
    </section>
  )
}

function Group({ group, onMerge }: { readonly group: AccountGroup; readonly onMerge: (asked: Asked) => void }) {
  const { accounts } = group
  const name = useId()
  const [chosen, choose] = useState(accounts[0]?.id)
  // The chosen one may have been merged away since.
  const stays = accounts.find(({ id }) => id === chosen) ?? accounts[0]
  if (!stays) return null
  return (
    <tbody className="[&:not(:first-of-type)>tr:first-child>*]:border-t-border-strong">
      {accounts.map((account) => (
        <AccountRow
          key={account.id}
          account={account}
          stays={stays}
          group={name}
          onChoose={() => choose(account.id)}
          onMerge={() => onMerge({ from: account, into: stays })}
        />
      ))}
    </tbody>
  )
}

type AccountRowProps = {
  readonly account: FoundAccount
  readonly stays: FoundAccount
  readonly group: string
  readonly onChoose: () => void
  readonly onMerge: () => void
}

function AccountRow({ account, stays, group, onChoose, onMerge }: AccountRowProps) {
  const t = useTranslations('data.accounts')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const isStaying = account === stays
  const named = ({ name, externalId }: FoundAccount) => (externalId === null ? name : `${name} ${externalId}`)
  return (
    <tr className="h-9 [&>*]:border-t [&>*]:px-2 [&>*]:first:pl-4 [&>*]:last:pr-4">
      <td className="w-16">
        <input
          type="radio"
          name={group}
          checked={isStaying}
          onChange={onChoose}
          aria-label={t('staysOf', { name: named(account) })}
          className="size-4 accent-accent align-middle"
        />
      </td>
      <th scope="row" className="max-w-96 min-w-40 truncate text-left font-strong" title={account.name}>
        {account.name}
      </th>
      <td className="whitespace-nowrap text-text-2">{account.externalId ?? t('noExternalId')}</td>
      {[account.leads, account.opportunities, account.touches].map((count, i) => (
        <td key={i} className="w-20 text-right">
          {formatCount(count, { locale })}
        </td>
      ))}
      <td className="w-36 text-right whitespace-nowrap">
        {!isStaying && (
          <Button
            size="small"
            aria-label={t('mergeOf', { from: named(account), into: named(stays) })}
            onClick={onMerge}
          >
            {t('merge')}
          </Button>
        )}
      </td>
    </tr>
  )
}
