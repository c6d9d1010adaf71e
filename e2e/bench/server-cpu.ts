import fs from 'node:fs'
import path from 'node:path'

/** Clock ticks per second of Linux's /proc. */
const TICKS = 100
/** Fields after the name in /proc/PID/stat: parent, then user and system time of the process and of those it has buried. */
const [PARENT, USER, SYSTEM, BURIED_USER, BURIED_SYSTEM] = [1, 11, 12, 13, 14]

/** Seconds of CPU that an embedded server's processes have spent so far; NaN where there is no /proc to ask. */
export function serverCpu(home: string): number {
  const file = path.join(home, 'pg', 'postmaster.pid')
  if (!fs.existsSync('/proc/self/stat') || !fs.existsSync(file)) return Number.NaN
  const [postmaster = ''] = fs.readFileSync(file, 'utf8').split('\n')
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const ticks = pids.map((pid) => {
    const stat = statOf(pid)
    const own = (stat[USER] ?? 0) + (stat[SYSTEM] ?? 0)
    if (pid === postmaster) return own + (stat[BURIED_USER] ?? 0) + (stat[BURIED_SYSTEM] ?? 0)
    return stat[PARENT] === Number(postmaster) ? own : 0
  })
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS
}

/** What follows the name, which stands in brackets and may hold anything; of a process that is gone, nothing. */
function statOf(pid: string): number[] {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    return []
  }
}
