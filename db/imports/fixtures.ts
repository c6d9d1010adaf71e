import fs from 'node:fs/promises'
import { guessTarget, type OwnThings } from '#lib/import/choices'
import { columnReading, detectColumnStyle } from '#lib/import/column-style'
import { fieldsOf } from '#lib/import/fields'
import { guessColumns } from '#lib/import/headers'
import type { ImportMapping } from '#lib/import/mapping'
import { MISSING_WORDS } from '#lib/import/values'
import type { ImportKind } from '#lib/records/import'
import type { GivenOrganisation } from '../fixtures'
import { stages } from '../queries/organisation'
import { foundValues } from './check'
import { inspectFile } from './inspect'
import { type RunOptions, type RunOutcome, runImport } from './run'
import { faultyPath, keepUpload, type Spooled } from './spool'

const silent = () => {}

/** A file as a browser sends it. */
export async function givenFile({ admin }: GivenOrganisation, content: string | Buffer): Promise<Spooled> {
  return keepUpload(admin, new Blob([new Uint8Array(Buffer.from(content))]).stream())
}

/** The mapping that the screen proposes, with changes; what nobody can tell is left out of the import. */
export async function givenMapping(
  org: GivenOrganisation,
  file: Spooled,
  kind: ImportKind,
  changes: Partial<ImportMapping> = {},
): Promise<ImportMapping> {
  const { headers, rows, reading } = await inspectFile(file)
  const fields = fieldsOf(kind, await stages(org.admin))
  const columns = Object.entries(guessColumns(kind, headers)).map(([key, header]) => {
    const texts = rows.map((row) => row[headers.indexOf(header)] ?? '')
    const type = fields.find((field) => field.key === key)?.type ?? 'text'
    return [key, columnReading(header, detectColumnStyle(type, texts))] as const
  })
  const mapping: ImportMapping = {
    ...{ kind, file: reading, columns: Object.fromEntries(columns), values: {} },
    fallback: { teamId: org.rootId, channelId: null },
    ...{ missing: [...MISSING_WORDS], zeroIsMissing: false, taxPercent: 0 },
    ...changes,
  }
  return { ...mapping, values: { ...(await guessedValues(org, file, mapping)), ...changes.values } }
}

async function guessedValues(org: GivenOrganisation, file: Spooled, mapping: ImportMapping) {
  const channel = Object.entries(org.channelIds).map(([name, id]) => ({ id, name }))
  const own: OwnThings = { team: [...org.admin.teams], channel, campaign: [] }
  const { values } = await foundValues(org.admin, file, mapping, silent)
  const guessed = Object.entries(values).map(([key, { found }]) => {
    const targets = found.map(
      (value) => [value.key, guessTarget(mapping.kind, key as 'state', value.text, own)] as const,
    )
    return [key, Object.fromEntries(targets.flatMap(([value, target]) => (target === null ? [] : [[value, target]])))]
  })
  return Object.fromEntries(guessed)
}

/** Imports a file as the screen would, in one go. */
export async function givenImport(
  org: GivenOrganisation,
  kind: ImportKind,
  content: string | Buffer,
  options: Partial<Omit<RunOptions, 'mapping'>> & { readonly mapping?: Partial<ImportMapping> } = {},
): Promise<RunOutcome & { readonly faultyFile: string | null }> {
  const file = await givenFile(org, content)
  const mapping = await givenMapping(org, file, kind, options.mapping)
  const words = { row: '行', reason: '理由', say: (fault: { kind: string }) => fault.kind }
  const run = { fileName: 'test.csv', mode: 'all', reason: null, words, told: silent, ...options, mapping } as const
  const outcome = await runImport(org.admin, file, run)
  return { ...outcome, faultyFile: await fs.readFile(faultyPath(file), 'utf8').catch(() => null) }
}
