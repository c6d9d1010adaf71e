import type { Stage } from '#lib/organisation'
import type { ImportKind } from '#lib/records/import'

/** What a field holds, and so how its cells are read. A choice is one of a few things that values are mapped to. */
export type FieldType = 'id' | 'text' | 'email' | 'day' | 'moment' | 'month' | 'amount' | 'count' | 'choice'

export const CHOICE_KEYS = ['team', 'channel', 'campaign', 'state', 'forecast', 'isNew', 'line'] as const
export type ChoiceKey = (typeof CHOICE_KEYS)[number]

export type Field = {
  /** Word below `fields` of the i18n namespace `data`; 'reached:mql' and 'metric:lead' carry a stage instead. */
  readonly key: string
  readonly type: FieldType
  /** Without a column for it, rows of this kind mean nothing. */
  readonly isRequired: boolean
}

const field = (key: string, type: FieldType, isRequired = false): Field => ({ key, type, isRequired })
const needed = (key: string, type: FieldType): Field => field(key, type, true)

const ACCOUNT = [field('accountName', 'text'), field('accountId', 'id')]
const PLACE = [field('channel', 'choice'), field('campaign', 'choice')]

/** Stages that a lead passes by itself: from 'lead' to the last one before the opportunity. */
export function leadStages(stages: readonly Pick<Stage, 'key'>[]): string[] {
  const keys = stages.map((stage) => stage.key)
  return keys.slice(keys.indexOf('lead'), keys.indexOf('opportunity'))
}

/** The fields that a file of a kind may have, in the order in which they are offered. */
export function fieldsOf(kind: ImportKind, stages: readonly Pick<Stage, 'key'>[]): readonly Field[] {
  if (kind === 'leads') return leadFields(leadStages(stages))
  if (kind === 'opportunities') return OPPORTUNITY
  if (kind === 'touches') return TOUCH
  if (kind === 'costs') return COST
  return actualFields(stages.map((stage) => stage.key))
}

function leadFields(stages: readonly string[]): readonly Field[] {
  return [
    field('externalId', 'id'),
    ...stages.map((stage) => field(`reached:${stage}`, 'moment')),
    ...PLACE,
    ...ACCOUNT,
    field('email', 'email'),
    field('team', 'choice'),
    field('passedAt', 'moment'),
    field('workedAt', 'moment'),
    field('returnedAt', 'moment'),
    field('returnReason', 'text'),
    field('sourceAt', 'moment'),
  ]
}

const OPPORTUNITY: readonly Field[] = [
  field('externalId', 'id'),
  needed('name', 'text'),
  needed('createdOn', 'day'),
  field('stage', 'text'),
  field('state', 'choice'),
  field('amount', 'amount'),
  field('closeDate', 'day'),
  field('closedOn', 'day'),
  field('expectedCloseOn', 'day'),
  ...PLACE,
  ...ACCOUNT,
  field('leadId', 'id'),
  field('email', 'email'),
  field('team', 'choice'),
  field('owner', 'text'),
  field('forecast', 'choice'),
  field('isNew', 'choice'),
  field('lossReason', 'text'),
  field('stageSince', 'day'),
  field('sourceAt', 'moment'),
]

const TOUCH: readonly Field[] = [
  field('externalId', 'id'),
  needed('at', 'moment'),
  ...PLACE,
  field('touchKind', 'text'),
  ...ACCOUNT,
  field('leadId', 'id'),
  field('email', 'email'),
  field('sourceAt', 'moment'),
]

const COST: readonly Field[] = [
  needed('month', 'month'),
  needed('amount', 'amount'),
  ...PLACE,
  field('team', 'choice'),
  field('externalId', 'id'),
  field('sourceAt', 'moment'),
]

function actualFields(stages: readonly string[]): readonly Field[] {
  return [
    needed('month', 'month'),
    field('team', 'choice'),
    field('line', 'choice'),
    ...PLACE,
    ...stages.map((stage) => field(`metric:${stage}`, 'count')),
    field('metric:revenue', 'amount'),
    field('metric:cost', 'amount'),
  ]
}

/** Choice fields of a kind: those that a column, or a value for the whole file, decides. */
export function choicesOf(kind: ImportKind, stages: readonly Pick<Stage, 'key'>[]): readonly ChoiceKey[] {
  const keys = fieldsOf(kind, stages).map((each) => each.key)
  return CHOICE_KEYS.filter((key) => keys.includes(key))
}
