import type { Stage } from '#lib/organisation'
import type { ImportKind } from '#lib/records/import'
import { fieldLabel } from './field-label'
import { fieldsOf } from './fields'

/** The words of the namespace `data` in a language. */
export type Dictionary = { readonly locale: 'ja' | 'en'; readonly words: Readonly<Record<string, unknown>> }

/** Headers that the product itself writes: our own labels of the fields, in every language, and stages by their names. */
export function ownNames(
  kind: ImportKind,
  stages: readonly Stage[],
  dictionaries: readonly Dictionary[],
): Record<string, string[]> {
  const labels = fieldsOf(kind, stages).map(({ key }) => {
    const own = dictionaries.map(({ locale, words }) => fieldLabel(sayer(words), kind, key, stages, locale))
    const stage = stages.find((each) => key === `reached:${each.key}` || key === `metric:${each.key}`)?.name
    return [key, stage ? [...own, stage, `${stage}日`, `${stage}化日`, `${stage}数`, `${stage} date`] : own] as const
  })
  return Object.fromEntries(labels)
}

/** Says a sentence that takes nothing but simple values. */
function sayer(words: Dictionary['words']) {
  return (key: string, values: Readonly<Record<string, string>> = {}) => {
    const found = key.split('.').reduce<unknown>((part, name) => Object(part)[name], words)
    return String(found ?? key).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  }
}
