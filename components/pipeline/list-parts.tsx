import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '../ui/button-link'
import { TextLink } from '../ui/text-link'

/** A filter that stands in the address, with the way to take it back. */
export type ActiveFilter = { readonly key: string; readonly label: ReactNode; readonly without: string }

/** The filters of a list, each of which can be taken off. */
export function ActiveFilters({ filters }: { readonly filters: readonly ActiveFilter[] }) {
  const t = useTranslations('pipeline')
  if (filters.length === 0) return null
  return (
    <ul aria-label={t('list.filters')} className="flex flex-wrap gap-1.5 px-4 pb-2">
      {filters.map(({ key, label, without }) => (
        <li
          key={key}
          className="inline-flex h-6 items-center gap-1.5 rounded-full bg-surface-3 pr-1 pl-2.25 text-small text-text-2"
        >
          {label}
          <TextLink
            href={without}
            scroll={false}
            aria-label={t('list.remove', { key: t(`list.keys.${key as 'owner'}`) })}
            className="px-1"
          >
            ×
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

/** The way to the next page, and back to the first. */
export function Pager({ first, next }: { readonly first: string | null; readonly next: string | null }) {
  const t = useTranslations('pipeline')
  if (first === null && next === null) return null
  return (
    <nav aria-label={t('list.pages')} className="flex justify-end gap-2 border-t px-4 py-2.5">
      {first !== null && <ButtonLink href={first}>{t('list.first')}</ButtonLink>}
      {next !== null && <ButtonLink href={next}>{t('list.next')}</ButtonLink>}
    </nav>
  )
}
