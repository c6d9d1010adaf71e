'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { formatCount } from '#lib/format'
import type { AccountMerge } from '#lib/records/account-merge'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import { useToast } from '../ui/toast'
import { AccountHead } from './account-head'
import type { AccountVerbs } from './account-verbs'

type MergeHistoryProps = { readonly merges: readonly AccountMerge[]; readonly undo: AccountVerbs['undo'] }

/** Merges, newest first, each of which is taken back once. Moments are written for the reader. */
export function MergeHistory({ merges, undo }: MergeHistoryProps) {
  const t = useTranslations('data.accounts')
  if (merges.length === 0) return null
  return (
    <Card title={t('history')} hint={t('historyHint')} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section aria-label={t('history')} tabIndex={0} className="relative overflow-x-auto outline-offset-[-2px]">
        <table
          aria-label={t('history')}
          className="w-full border-separate border-spacing-0 text-small max-tablet:min-w-180"
        >
          <AccountHead columns={['at', 'from', 'into', 'leads', 'opportunities', 'touches', 'by', 'actions']} />
          <tbody>
            {merges.map((merge) => (
              <MergeRow key={merge.id} merge={merge} undo={undo} />
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

function MergeRow({ merge, undo }: { readonly merge: AccountMerge; readonly undo: AccountVerbs['undo'] }) {
  const t = useTranslations('data.accounts')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const toast = useToast()
  const router = useRouter()
  const [pending, start] = useTransition()
  const { from, into } = merge
  const takeBack = () =>
    start(async () => {
      const result = await undo({ mergeId: merge.id })
      toast(result.ok ? { message: t('undone', { from, into }) } : { message: result.message, tone: 'warning' })
      router.refresh()
    })
  return (
    <tr className="h-9 [&>*]:border-t [&>*]:px-2 [&>*]:first:pl-4 [&>*]:last:pr-4">
      <td className="whitespace-nowrap text-text-2">{merge.at}</td>
      <th scope="row" className="max-w-72 truncate text-left font-strong" title={from}>
        {from}
        {merge.fromExternalId !== null && (
          <span className="ml-1.5 font-regular text-text-3">{merge.fromExternalId}</span>
        )}
      </th>
      <td className="max-w-72 truncate" title={into}>
        {into}
      </td>
      {[merge.leads, merge.opportunities, merge.touches].map((count, i) => (
        <td key={i} className="w-20 text-right">
          {formatCount(count, { locale })}
        </td>
      ))}
      <td className="whitespace-nowrap text-text-2">{merge.by}</td>
      <td className="text-right whitespace-nowrap">
        {merge.undoneBy === null ? (
          <Button
            variant="text"
            size="small"
            pending={pending}
            aria-label={t('undoOf', { from, into })}
            onClick={takeBack}
          >
            {t('undo')}
          </Button>
        ) : (
          <Chip small>{t('undoneBy', { by: merge.undoneBy })}</Chip>
        )}
      </td>
    </tr>
  )
}
