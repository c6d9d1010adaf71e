import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'

/** The day on which every browser test happens. */
export const TODAY = '2026-10-05'

/** Apart from `.next`, so that a running demo keeps its own. */
export const BUILD = '.next-test'

export type DemoServer = { readonly url: string; readonly launcher: ChildProcess; stop(): Promise<number | null> }

/** Settings of a server of the tests' own, whatever this shell points at. */
export function ownSettings(data: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GYAKUSAN_DATA: data,
    GYAKUSAN_DIST: BUILD,
    GYAKUSAN_TODAY: TODAY,
    NODE_OPTIONS: '',
  }
  // Empty, not absent: a .env file must not fill them in again.
  for (const name of ['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET']) env[name] = ''
  return env
}

/** What `npm run demo` starts, but on the build that the test run has made, so that no edit replaces it midway; on a data folder and a port of its own. Resolves when it says that it is ready. */
export async function demoServer(
  data: string,
  port: number,
  settings: NodeJS.ProcessEnv = ownSettings(data),
): Promise<DemoServer> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'app/_server/launch.ts', 'demo', '--no-build']
  const env = { ...settings, PORT: String(port) }
  const launcher = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    launcher.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)))
    launcher.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(`ready http://localhost:${port}`)) resolve()
    })
  })
  return { url: `http://localhost:${port}`, launcher, stop: () => stopped(launcher) }
}

async function stopped(launcher: ChildProcess): Promise<number | null> {
  if (launcher.exitCode === null && launcher.signalCode === null) {
    launcher.kill('SIGTERM')
    await once(launcher, 'exit')
  }
  return launcher.exitCode
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
