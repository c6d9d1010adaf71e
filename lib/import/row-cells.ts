import { UNSEEN } from '#lib/input/account'
import { readAmount, readCount, withoutTax } from './amount'
import { type CellReader, cellReader, columnIndexes } from './cells'
import { BROKEN } from './encoding'
import { type Fault, type FaultKind, shownValue } from './fault'
import { type ChoiceKey, leadStages } from './fields'
import type { Flag } from './flag'
import type { ImportMapping } from './mapping'
import { type Moment, type ReadMoment, readMoment } from './moment'
import { readMonth } from './month-text'
import { LEAVE_BLANK, SKIP_ROW, valueKey } from './values'

/** What reading needs besides the file and its mapping. */
export type RowContext = {
  readonly timeZone: string
  /** Decimal places of the currency: 0 for yen. */
  readonly decimals: number
  /** Keys of the funnel's stages, upstream first. */
  readonly stages: readonly string[]
  /** Where each campaign belongs. */
  readonly campaigns: ReadonlyMap<string, { readonly teamId: string; readonly channelId: string }>
  /** SHA-256 of a text, in hex. */
  readonly hash: (text: string) => string
  /** The keyed hash under which an address is known; the address itself goes no further than here. */
  readonly emailHmac: (address: string) => string
}

const WELCOME = /[\n\r\t\u200c\u200d]/g
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/
/** Characters of which nearly all cells consist: nothing unseen, nothing to compose. */
const PLAIN = /^[ -~\u3041-\u3096\u309b-\u30ff\u3400-\u9fff、。]*$/
/** Dates and choices of a file repeat: each text is read once, as long as there are not too many. */
const MOST_KEPT = 5000
const BLANK_COLUMN = { header: '', number: 'point', date: 'ymd' } as const

/** The cells of a file's rows, field by field. A cell that cannot be read is null and leaves a fault behind. */
export class RowCells {
  readonly #read: CellReader
  readonly #indexes: ReadonlyMap<string, number>
  readonly #width: number
  readonly #last: number
  #row: readonly string[] = []
  #number = 0
  #faults: Fault[] = []
  #flags: Flag[] = []
  #isSkipped = false
  readonly #moments = new Map<string, ReadMoment>()
  readonly #targets = new Map<string, string | undefined>()
  /** Stages of a lead that have a column. */
  readonly reachedStages: readonly string[]

  constructor(
    readonly mapping: ImportMapping,
    readonly context: RowContext,
    headers: readonly string[],
  ) {
    this.#read = cellReader(mapping, headers)
    this.#indexes = columnIndexes(mapping, headers)
    this.#width = headers.length
    this.#last = Math.max(-1, ...this.#indexes.values())
    const stages = leadStages(context.stages.map((key) => ({ key })))
    this.reachedStages = stages.filter((key) => this.has(`reached:${key}`))
  }

  /** Goes to another row. A row without the cells that the mapping wants, or with more than the header, is faulty. */
  turnTo(row: readonly string[], number: number): void {
    this.#row = row
    this.#number = number
    this.#faults = []
    this.#flags = []
    this.#isSkipped = false
    const extra = row.length > this.#width && row.slice(this.#width).find((cell) => cell.trim() !== '')
    if (row.length <= this.#last) this.fault(null, 'tooFewCells', `${row.length} / ${this.#width}`)
    if (extra) this.fault(null, 'tooManyCells', extra)
  }

  get faults(): readonly Fault[] {
    return this.#faults
  }
  get flags(): readonly Flag[] {
    return this.#flags
  }
  /** Whether a value of the row was mapped to 'leave this row out'. */
  get isSkipped(): boolean {
    return this.#isSkipped
  }

  has(field: string): boolean {
    return this.#indexes.has(field)
  }

  fault(field: string | null, kind: FaultKind, value: string): null {
    const column = field === null ? null : (this.mapping.columns[field]?.header ?? null)
    this.#faults.push({ row: this.#number, field, column, kind, value: shownValue(value) })
    return null
  }

  /** Marks what is odd in the row, which is kept all the same. */
  flag(flag: Flag): void {
    this.#flags.push(flag)
  }

  text(field: string, most: number): string | null {
    const text = this.#read(this.#row, field)
    if (text === '') return null
    if (text.length <= most && PLAIN.test(text)) return text
    if (text.includes(BROKEN)) return this.fault(field, 'undecodable', text)
    if (text.length > most) return this.fault(field, 'textLong', text)
    if (UNSEEN.test(text.replace(WELCOME, ''))) return this.fault(field, 'textUnseen', text)
    return text.normalize('NFC')
  }

  /** Says that a field is blank which may not be, unless its cell could not be read anyway. */
  require(field: string): null {
    return this.#faults.some((each) => each.field === field) ? null : this.fault(field, 'required', '')
  }

  moment(field: string): Moment | null {
    const text = this.#read(this.#row, field)
    if (text === '') return null
    const read = kept(this.#moments, `${this.#style(field).date} ${text}`, () =>
      readMoment(text, this.#style(field).date, this.context.timeZone),
    )
    return 'fault' in read ? this.fault(field, read.fault, text) : read.value
  }

  month(field: string) {
    const text = this.#read(this.#row, field)
    const read = readMonth(text, this.#style(field).date, this.context.timeZone)
    return 'fault' in read ? this.fault(field, read.fault, text) : read.value
  }

  /** Money without tax, in the currency's minor unit. */
  amount(field: string): number | null {
    const text = this.#read(this.#row, field)
    const read = readAmount(text, this.#style(field).number, this.context.decimals)
    if ('fault' in read) return this.fault(field, read.fault, text)
    return read.value === null ? null : withoutTax(read.value, this.mapping.taxPercent)
  }

  count(field: string): number | null {
    const text = this.#read(this.#row, field)
    const read = readCount(text, this.#style(field).number)
    return 'fault' in read ? this.fault(field, read.fault, text) : read.value
  }

  emailHmac(field: string): string | null {
    const text = this.text(field, 320)
    if (text === null) return null
    const address = text.normalize('NFKC').trim().toLowerCase()
    return EMAIL.test(address) ? this.context.emailHmac(address) : this.fault(field, 'emailInvalid', '')
  }

  /** What the row's value was mapped to: an id or a word; null when it was mapped to blank, or the row is left out. */
  choice(key: ChoiceKey, field: string = key): string | null {
    const text = this.#read(this.#row, field)
    const target = kept(this.#targets, `${key} ${text}`, () => this.mapping.values[key]?.[valueKey(text).slice(0, 300)])
    if (target === SKIP_ROW) this.#isSkipped = true
    if (target === undefined) return this.fault(field, 'valueUnmapped', text)
    return target === SKIP_ROW || target === LEAVE_BLANK ? null : target
  }

  #style(field: string) {
    return this.mapping.columns[field] ?? BLANK_COLUMN
  }
}

function kept<T>(known: Map<string, T>, key: string, read: () => T): T {
  const found = known.get(key)
  if (found !== undefined) return found
  const value = read()
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, value)
  return value
}
