import { useTranslations } from 'next-intl'

const FIGURES: readonly string[] = ['leads', 'opportunities', 'touches']

/** Heads of a table of companies; `actions` is named for a screen reader only. */
export function AccountHead({ columns }: { readonly columns: readonly string[] }) {
  const t = useTranslations('data.accounts')
  return (
    <thead>
      <tr className="h-7 bg-surface-2 text-micro text-text-3 [&>th]:px-2 [&>th]:font-regular [&>th]:whitespace-nowrap [&>th]:first:pl-4 [&>th]:last:pr-4">
        {columns.map((column) => (
          <th key={column} scope="col" className={FIGURES.includes(column) ? 'text-right' : 'text-left'}>
            {column === 'actions' ? <span className="sr-only">{t(`columns.${column}`)}</span> : t(`columns.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
