import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { saveHandover } from '#db/commands/save-handover'
import type { Company } from './companies'
import { fill } from './million'
import { besideBare, loadOf } from './pages'
import { atMost, type Measure, median, print, reported } from './report'

const WRITES = 7

const SCREENS = {
  'pipeline, summary of the quarter': 'pipeline',
  'pipeline, summary of the year': 'pipeline?period=year',
  'pipeline, handover': 'pipeline?view=handover',
  'pipeline, cohorts': 'pipeline?view=cohorts',
  overview: 'overview',
  'plan vs actual': 'plan-vs-actual',
} as const

/** One organisation of a million leads and five million touches: its rollups filled, and its pages beside a bare page. */
export async function scale(url: string, ownerUrl: string, large: Company): Promise<void> {
  const filled = performance.now()
  await fill(ownerUrl, large)
  const generated = (performance.now() - filled) / 1000
  print('1,000,000 leads and 5,000,000 touches in one organisation', [
    reported('generated in the database', generated, 's'),
    ...(await rebuilt('db:rebuild, rollups filled from nothing')),
    ...(await rebuilt('db:rebuild, nothing to mend')),
  ])
  const loads = Object.entries(SCREENS).map(([name, screen]) => loadOf(name, screen, [large]))
  print('Its pages, 10 connections', await besideBare(url, [large], loads))
  print('Its pages, first answer after somebody wrote', await afterWrites(url, large))
}

/** Seconds of `npm run db:rebuild`. */
async function rebuilt(name: string): Promise<Measure[]> {
  const start = performance.now()
  const args = ['--conditions=react-server', '--import', 'tsx', 'db/rebuild.ts']
  const script = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(script, 'exit')
  if (code !== 0) throw new Error(`db:rebuild ended with ${code}`)
  return [reported(name, (performance.now() - start) / 1000, 's')]
}

/** Nothing is remembered after a write: each page reads its figures once more. */
async function afterWrites(url: string, { path, cookie, session }: Company): Promise<Measure[]> {
  const spent = new Map<string, number[]>(Object.keys(SCREENS).map((name) => [name, []]))
  for (let i = 0; i < WRITES; i++) {
    for (const [name, screen] of Object.entries(SCREENS)) {
      await saveHandover(session, { leadId: leadOf(6 * (i + 1)), workedAt: `2026-10-0${i % 2 === 0 ? 4 : 5}` })
      const start = performance.now()
      const answer = await fetch(`${url}${path}/${screen}`, { headers: { cookie } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`)
      spent.get(name)?.push(performance.now() - start)
    }
  }
  return [...spent].flatMap(([name, times]) => [
    reported(`${name}, median`, median(times), 'ms'),
    atMost(`${name}, slowest of ${WRITES}`, Math.max(...times), 500, 'ms'),
  ])
}

const leadOf = (n: number) => `00000002-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
