import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { FaultyFile } from './faulty-file'

const words = { row: '行', reason: '理由', say: ({ kind }: { kind: string }) => kind }
const fault = { row: 2, field: null, column: null, kind: 'dateUnreadable', value: '' } as const

describe('the file of faulty rows', () => {
  it('holds them as they stood, however many', async () => {
    const target = path.join(os.tmpdir(), `faulty ${process.pid}.csv`)
    const file = new FaultyFile(target, ['ID', 'メモ'], words)
    for (let i = 0; i < 20_000; i++) await file.add([String(i), '改\n行'], [fault])
    await file.end()
    const text = await readFile(target, 'utf8')
    expect(text.startsWith('\ufeffID,メモ,行,理由\n0,"改\n行",2,dateUnreadable\n')).toBe(true)
    expect(text.endsWith('19999,"改\n行",2,dateUnreadable\n')).toBe(true)
    await rm(target)
  })

  it('is not there without a faulty row', async () => {
    const target = path.join(os.tmpdir(), `none ${process.pid}.csv`)
    await new FaultyFile(target, ['ID'], words).end()
    expect(existsSync(target)).toBe(false)
  })

  it.runIf(existsSync('/dev/full'))('says so when the disk is full, instead of losing rows', async () => {
    const file = new FaultyFile('/dev/full', ['ID'], words)
    await file.add(['1'], [fault])
    await expect(file.end()).rejects.toMatchObject({ code: 'unavailable', message: 'faultyFileFull' })
  })
})
