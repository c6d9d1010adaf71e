'use client'

import { type AbstractIntlMessages, NextIntlClientProvider, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import { LaterWordsProvider, type PackedWords } from '../components/ui/later-words'

type WordsProps = { readonly locale: string; readonly text: string; readonly children: ReactNode }

/** The first words of a page. They travel as text: a tree of objects costs the server several times as much to send. */
export function Words({ locale, text, children }: WordsProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={messagesIn(text)} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}

type MoreWordsProps = WordsProps & { readonly later: PackedWords | null }

/** More words, besides those that the page has already, and packed ones for what the browser draws later. */
export function MoreWords({ locale, text, later, children }: MoreWordsProps) {
  const known = useMessages()
  const messages = useMemo(() => ({ ...known, ...messagesIn(text) }), [known, text])
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <LaterWordsProvider value={later}>{children}</LaterWordsProvider>
    </NextIntlClientProvider>
  )
}

/** What was read: as many texts as pages and languages, and the same ones for every request. */
const read = new Map<string, AbstractIntlMessages>()

function messagesIn(text: string): AbstractIntlMessages {
  const found = read.get(text)
  if (found) return found
  const messages: AbstractIntlMessages = JSON.parse(text)
  read.set(text, messages)
  return messages
}
