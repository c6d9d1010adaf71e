import fs, { type FileHandle } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { AppError } from '#lib/errors'
import type { Fault } from '#lib/import/fault'
import { formulaSafe } from '#lib/import/formula-safe'
import { isFull } from './spool'

/** A cell with a line break of any kind is quoted. */
const AS_CSV = { quoted_match: /[\r\n]/ } as const
/** Characters that are written at a time. */
const CHUNK = 1 << 16
/** What a spreadsheet takes for a number stays one. */
const NUMBER = /^[+-]?[\d,]*\.?\d+$/

/** Sentences for the file of faulty rows, in the person's language. */
export type FaultWords = {
  readonly row: string
  readonly reason: string
  readonly say: (fault: Fault) => string
}

/**
 * The faulty rows of a file as they stood, with the number of the row and the reasons behind them: corrected, the file
 * can be imported as it is. UTF-8 with a mark, so that a spreadsheet opens it rightly; it runs none of its cells.
 */
export class FaultyFile {
  #file: FileHandle | null = null
  #waiting = ''

  constructor(
    readonly path: string,
    readonly headers: readonly string[],
    readonly words: FaultWords,
  ) {}

  /** @throws AppError 'unavailable' (faultyFileFull) when the disk is full */
  async add(row: readonly string[], faults: readonly Fault[]): Promise<void> {
    const width = Math.max(this.headers.length, row.length)
    const cells = Array.from({ length: width }, (_, i) => asCell(row[i] ?? ''))
    if (this.#waiting === '' && this.#file === null) {
      this.#waiting = `\ufeff${stringify([[...this.headers, this.words.row, this.words.reason]], AS_CSV)}`
    }
    const reasons = formulaSafe(faults.map(this.words.say).join(' / '))
    this.#waiting += stringify([[...cells, String(faults[0]?.row ?? ''), reasons]], AS_CSV)
    if (this.#waiting.length >= CHUNK) await this.#write()
  }

  async #write(): Promise<void> {
    const text = this.#waiting
    this.#waiting = ''
    if (text === '') return
    try {
      this.#file ??= await fs.open(this.path, 'w', 0o600)
      await this.#file.appendFile(text)
    } catch (error) {
      if (isFull(error)) throw Object.assign(new AppError('unavailable', 'faultyFileFull'), { cause: error })
      throw error
    }
  }

  /** Writes what waits and closes the file; without a faulty row there is none. */
  async end(): Promise<void> {
    try {
      await this.#write()
    } finally {
      await this.#file?.close()
    }
  }
}

const asCell = (text: string) => (NUMBER.test(text) ? text : formulaSafe(text))
