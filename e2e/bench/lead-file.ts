import fs from 'node:fs'

const CHANNELS = ['Web', '展示会', 'セミナー', '広告', '紹介']

/** Writes a marketing tool's export: so many leads of 24 months, four to a company, a third of them MQLs, a sixth passed on. */
export async function leadFile(path: string, rows: number): Promise<void> {
  const out = fs.createWriteStream(path)
  out.write('リードID,会社名,メール,チャネル,リード日,MQL日,引き渡し日,初回対応日\n')
  for (let i = 0; i < rows; i++) {
    const text = rowOf(i)
    if (!out.write(text)) await new Promise<void>((drained) => out.once('drain', drained))
  }
  await new Promise<void>((done) => out.end(done))
}

function rowOf(i: number): string {
  const day = (i * 7919) % 730
  const [mql, passed] = [i % 3 === 0 ? dayText(day + (i % 40)) : '', i % 6 === 0 ? dayText(day + 40) : '']
  const worked = i % 12 === 0 ? dayText(day + 40 + (i % 9)) : ''
  const company = `株式会社計測${String(i >> 2).padStart(7, '0')}`
  return `L${i},${company},p${i}@example.com,${CHANNELS[i % 5]},${dayText(day)},${mql},${passed},${worked}\n`
}

const dayText = (day: number) => new Date(Date.UTC(2024, 9, 1 + day)).toISOString().slice(0, 10)
