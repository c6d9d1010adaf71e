'use client'

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Packed } from '#lib/packed'
import { useUnpacked } from './unpacked'

export type PackedWords = Packed<AbstractIntlMessages>

const LaterWords = createContext<PackedWords | null>(null)

/** Given by the page: words of which its first HTML shows none. */
export const LaterWordsProvider = LaterWords.Provider

/** A part that the browser alone draws, with the page's later words. */
export function withLaterWords<Props extends object>(Part: ComponentType<Props>) {
  return function PartWithWords(props: Props) {
    const packed = useContext(LaterWords)
    if (packed === null) return <Part {...props} />
    return (
      <Worded packed={packed}>
        <Part {...props} />
      </Worded>
    )
  }
}

function Worded({ packed, children }: { readonly packed: PackedWords; readonly children: ReactNode }) {
  const locale = useLocale()
  const known = useMessages()
  const later = useUnpacked(packed)
  const messages = useMemo(() => ({ ...known, ...later }), [known, later])
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}
