import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureEmbedded } from '#db/embedded'
import { buildIfNeeded } from '#server/build'
import { browser } from './browser'
import { BUILD, demoServer, freePort, ownSettings } from './demo-server'

/** Runs the browser tests on a server and a database of their own, beside whatever else runs on the machine. */
async function main(): Promise<number> {
  const chromium = browser()
  buildIfNeeded(BUILD)
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'gyakusan-e2e-'))
  const server = await demoServer(data, await freePort())
  const database = await ensureEmbedded(data)
  try {
    const env = {
      ...ownSettings(data),
      DATABASE_URL: database.webUrl,
      E2E_URL: server.url,
      E2E_BROWSER: chromium,
      NODE_OPTIONS: '--conditions=react-server',
    }
    const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e', ...process.argv.slice(2)]
    const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit', env }), 'exit')
    return code ?? 1
  } finally {
    await database.stop()
    await server.stop()
    for (const folder of [data, database.home]) fs.rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
