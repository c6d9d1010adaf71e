import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { homeOf } from '#db/embedded/home'
import { type DemoServer, demoServer, freePort } from './demo-server'

test.describe.configure({ mode: 'serial' })

let data: string
let port: number
let started: DemoServer[] = []

/** Starts the demo on the tests' folder and port; it is stopped after the test, however the test ends. */
async function start(): Promise<DemoServer> {
  const server = await demoServer(data, port)
  started.push(server)
  return server
}

test.afterEach(async () => {
  for (const server of started) await server.stop()
  started = []
})

test.beforeAll(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'gyakusan 起動-'))
  port = await freePort()
})

test.afterAll(() => {
  for (const folder of [data, homeOf(data).folder]) fs.rmSync(folder, { recursive: true, force: true })
})

const pidFile = () => path.join(homeOf(data).data, 'postmaster.pid')

/** The id of the Postgres that serves the data folder; null once it was stopped in order, for then its file is gone. */
function postmaster(): number | null {
  return fs.existsSync(pidFile()) ? Number(fs.readFileSync(pidFile(), 'utf8').split('\n')[0]) : null
}

function isAlive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0)
  } catch {
    return false
  }
}

const answers = (url: string) =>
  fetch(`${url}/api/health/ready`).then(
    (response) => response.status,
    () => 0,
  )

test('a first start makes everything; SIGTERM leaves nothing behind', async () => {
  const server = await start()
  expect(await answers(server.url)).toBe(200)
  const database = postmaster()
  expect(isAlive(database)).toBe(true)
  expect(await server.stop()).toBe(0)
  expect(await answers(server.url)).toBe(0)
  expect(postmaster()).toBeNull()
})

test('after kill -9 the next start takes the same port and the database that lived on', async () => {
  const first = await start()
  const database = postmaster()
  first.launcher.kill('SIGKILL')
  await once(first.launcher, 'exit')
  await expect.poll(() => answers(first.url), { timeout: 30_000 }).toBe(0)
  expect(isAlive(database)).toBe(true)
  const second = await start()
  expect(postmaster()).toBe(database)
  expect(await answers(second.url)).toBe(200)
  await second.stop()
  expect(postmaster()).toBeNull()
})

test('a port that is taken is named in one sentence, and the first server goes on', async () => {
  const server = await start()
  await expect(demoServer(data, port)).rejects.toThrow('ended with 1')
  expect(await answers(server.url)).toBe(200)
  await server.stop()
})

test('while the database is away pages answer 503 with a number; they recover unaided', async () => {
  const server = await start()
  const page = () => fetch(`${server.url}/login`)
  expect((await page()).status).toBe(200)
  // The launcher starts a database that died again; without its folder it cannot.
  const { data: cluster } = homeOf(data)
  process.kill(postmaster() ?? 0, 'SIGKILL')
  fs.renameSync(cluster, `${cluster}.away`)
  await expect.poll(async () => (await page()).status).toBe(503)
  const away = await page()
  expect(away.status).toBe(503)
  expect(await away.text()).toContain(away.headers.get('x-request-id'))
  expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200)
  fs.rmSync(cluster, { recursive: true, force: true })
  fs.renameSync(`${cluster}.away`, cluster)
  await expect.poll(async () => (await page()).status, { timeout: 60_000 }).toBe(200)
  await server.stop()
})
