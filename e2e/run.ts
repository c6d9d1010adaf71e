import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { ensureEmbedded } from '#db/embedded'
import { browser } from './browser'

/** The day on which every browser test happens. */
const TODAY = '2026-10-05'
const NODE = ['--conditions=react-server', '--import', 'tsx']

/** Runs the browser tests on a server and a database of their own, beside whatever else runs on the machine. */
async function main(): Promise<number> {
  const chromium = browser()
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'gyakusan-e2e-'))
  process.env.GYAKUSAN_DATA = data
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GYAKUSAN_DATA: data,
    GYAKUSAN_DIST: '.next-test',
    GYAKUSAN_TODAY: TODAY,
    PORT: String(port),
  }
  // The tests' own server, whatever this shell points at.
  for (const name of ['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET']) delete env[name]
  const server = spawn(process.execPath, [...NODE, 'app/_server/launch.ts', 'demo'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await ready(server)
    const embedded = await ensureEmbedded()
    const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e', ...process.argv.slice(2)]
    const tests = spawn(process.execPath, args, {
      stdio: 'inherit',
      env: {
        ...env,
        DATABASE_URL: embedded.webUrl,
        E2E_URL: url,
        E2E_BROWSER: chromium,
        NODE_OPTIONS: '--conditions=react-server',
      },
    })
    const [code] = await once(tests, 'exit')
    await embedded.stop()
    return code ?? 1
  } finally {
    await stopped(server)
    fs.rmSync(data, { recursive: true, force: true })
  }
}

/** Resolves when the launcher says that the server answers; throws when it ends first. */
async function ready(server: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)))
    server.stdout?.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk)
      if (chunk.toString().includes('ready http')) resolve()
    })
  })
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

process.exitCode = await main()
