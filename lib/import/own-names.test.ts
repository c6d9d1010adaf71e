import { describe, expect, it } from 'vitest'
import { exportColumns } from '#lib/export/tables'
import { LOCALES, messagesOf } from '#lib/i18n/messages'
import { IMPORT_KINDS } from '#lib/records/import'
import { guessColumns } from './headers'
import { ownNames } from './own-names'

const stages = [
  { key: 'visit', name: null, position: 1 },
  { key: 'lead', name: null, position: 2 },
  { key: 'mql', name: null, position: 3 },
  { key: 'appointment', name: 'アポ', position: 4 },
  { key: 'opportunity', name: null, position: 5 },
  { key: 'won', name: '成約', position: 6 },
]
const dictionaries = Promise.all(
  LOCALES.map(async (locale) => ({ locale, words: (await messagesOf(locale)).data ?? {} })),
)

describe.each(IMPORT_KINDS)('an exported file of %s', (kind) => {
  it.each([0, 1])('has headers that are known again, whatever the language (%d)', async (language) => {
    const names = ownNames(kind, stages, await dictionaries)
    const columns = exportColumns(kind, stages)
    const headers = columns.map((key) => names[key]?.[language] ?? '')
    expect(new Set(headers).size).toBe(columns.length)
    expect(guessColumns(kind, headers, names)).toEqual(Object.fromEntries(columns.map((key, i) => [key, headers[i]])))
  })
})
