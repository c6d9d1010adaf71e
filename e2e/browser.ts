import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const isRoot = process.getuid?.() === 0

/** Path of a Chromium: Playwright's own, the system's, or one that this call installs. Throws a sentence when there is none to be had. */
export function browser(): string {
  const found = installed()
  if (found) return found
  if (isRoot && fs.existsSync('/etc/debian_version')) {
    console.log('installing chromium and Japanese fonts …')
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  }
  if (!installed()) spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 60_000 })
  const now = installed()
  if (!now) throw new Error('No Chromium was found or could be installed: install chromium, then run this again.')
  return now
}

function installed(): string | undefined {
  return [chromium.executablePath(), ...SYSTEM].find((file) => fs.existsSync(file))
}
