import { readFileSync } from 'node:fs'
import { sessionOf } from '../queries/session'
import { runImport } from './run'
import { spooled } from './spool'

/**
 * A server that imports a file, for the test that kills it: reads from the file of its argument whose import it is, and
 * prints how many rows it has read.
 */
const { ids, fileId, mapping, mode } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const session = await sessionOf(ids)
if (!session) throw new Error('no session')
const words = { row: '', reason: '', say: () => '' }
const told = ({ rows }: { readonly rows: number }) => process.stdout.write(`${rows}\n`)
await runImport(session, await spooled(session, fileId), {
  fileName: 'kill.csv',
  mapping,
  mode,
  reason: null,
  words,
  told,
})
process.exit(0)
