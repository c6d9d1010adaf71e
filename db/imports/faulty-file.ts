import { once } from 'node:events'
import fs from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import type { Fault } from '#lib/import/fault'

/** A cell with a line break of any kind is quoted. */
const AS_CSV = { quoted_match: /[\r\n]/ } as const

/** Sentences for the file of faulty rows, in the person's language. */
export type FaultWords = {
  readonly row: string
  readonly reason: string
  readonly say: (fault: Fault) => string
}

/**
 * The faulty rows of a file as they stood, with the number of the row and the reasons behind them: corrected, the file
 * can be imported as it is. UTF-8 with a mark, so that a spreadsheet opens it rightly.
 */
export class FaultyFile {
  #stream: fs.WriteStream | null = null

  constructor(
    readonly path: string,
    readonly headers: readonly string[],
    readonly words: FaultWords,
  ) {}

  async add(row: readonly string[], faults: readonly Fault[]): Promise<void> {
    const width = Math.max(this.headers.length, row.length)
    const cells = Array.from({ length: width }, (_, i) => row[i] ?? '')
    await this.#write([...cells, String(faults[0]?.row ?? ''), faults.map(this.words.say).join(' / ')])
  }

  async #write(cells: readonly string[]): Promise<void> {
    if (this.#stream === null) {
      this.#stream = fs.createWriteStream(this.path, { mode: 0o600 })
      this.#stream.write(`\ufeff${stringify([[...this.headers, this.words.row, this.words.reason]], AS_CSV)}`)
    }
    if (!this.#stream.write(stringify([[...cells]], AS_CSV))) await once(this.#stream, 'drain')
  }

  /** Closes the file. */
  async end(): Promise<void> {
    const stream = this.#stream
    if (stream) await new Promise<void>((resolve, reject) => stream.on('error', reject).end(() => resolve()))
  }
}
