import type { ImportKind } from '#lib/records/import'
import { columnReading, detectColumnStyle } from './column-style'
import type { Field } from './fields'
import { guessColumns, guessKind } from './headers'
import { type Inspection, textsOf } from './inspection'
import type { ImportMapping } from './mapping'
import { MISSING_WORDS } from './values'

/** How a file might be read, for a person to look at and change. */
export type Proposal = {
  readonly mapping: ImportMapping
  /** Whether the mapping of an earlier file with the same headers was taken up. */
  readonly isRemembered: boolean
  /** Fields whose dates or numbers could mean something else: the person says which. */
  readonly uncertain: readonly string[]
}

type Known = {
  readonly fields: readonly Field[]
  /** Other names of fields: the organisation's own words for its stages. */
  readonly names: Readonly<Record<string, readonly string[]>>
  readonly fallback: ImportMapping['fallback']
  readonly remembered: ImportMapping | null
}

export function kindOf(inspection: Inspection, fileName: string): ImportKind {
  return guessKind(inspection.headers, fileName)
}

/** The mapping of the last file with these headers, else one guessed from headers and first rows. */
export function proposed(kind: ImportKind, inspection: Inspection, known: Known): Proposal {
  const { remembered, fallback } = known
  const file = inspection.reading
  if (remembered) return { mapping: { ...remembered, file }, isRemembered: true, uncertain: [] }
  const guessed = guessColumns(kind, inspection.headers, known.names)
  const styled = Object.entries(guessed).flatMap(([key, header]) => {
    const field = known.fields.find((each) => each.key === key)
    return field ? [{ key, header, style: detectColumnStyle(field.type, textsOf(inspection, header)) }] : []
  })
  const columns = Object.fromEntries(styled.map(({ key, header, style }) => [key, columnReading(header, style)]))
  const uncertain = styled.filter(({ style }) => !style.isCertain).map(({ key }) => key)
  const others = { values: {}, missing: [...MISSING_WORDS], zeroIsMissing: false, taxPercent: 0 }
  return { mapping: { kind, file, columns, fallback, ...others }, isRemembered: false, uncertain }
}
