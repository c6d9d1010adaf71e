import { CHOICE_WORDS, guessTarget, type OwnThings, othersOf } from '#lib/import/choices'
import type { ChoiceKey } from '#lib/import/fields'
import type { FoundValues } from '#lib/import/inspection'
import type { ImportMapping } from '#lib/import/mapping'
import { CREATE } from '#lib/import/values'

type Values = ImportMapping['values']

/** The things or words that a value of a choice may be imported as. */
export function targetsOf(key: ChoiceKey, own: OwnThings): readonly string[] {
  if (key === 'team' || key === 'channel' || key === 'campaign') return own[key].map(({ id }) => id)
  return CHOICE_WORDS[key]
}

/** A target for each value of the file: the one that was chosen before, if it is still there, else the likeliest. */
export function proposedValues(mapping: ImportMapping, { values }: FoundValues, own: OwnThings): Values {
  const keys = Object.entries(values) as [ChoiceKey, NonNullable<FoundValues['values'][ChoiceKey]>][]
  const proposed = keys.map(([key, { found }]) => {
    const chosen = mapping.values[key] ?? {}
    const known = new Set([...targetsOf(key, own), ...othersOf(mapping.kind, key, { mayCreate: true })])
    const targets = found.map((value) => {
      const before = chosen[value.key]
      const isThere = before !== undefined && (known.has(before) || before.startsWith(`${CREATE}:`))
      return [value.key, isThere ? before : guessTarget(mapping.kind, key, value.text, own)] as const
    })
    return [key, Object.fromEntries(targets.filter((each): each is [string, string] => each[1] !== null))] as const
  })
  return Object.fromEntries(proposed)
}

/** How many values have no target yet. */
export function openValues(values: Values, found: FoundValues): number {
  const keys = Object.entries(found.values) as [ChoiceKey, NonNullable<FoundValues['values'][ChoiceKey]>][]
  return keys.reduce((count, [key, each]) => {
    return count + each.found.filter((value) => values[key]?.[value.key] === undefined).length
  }, 0)
}
