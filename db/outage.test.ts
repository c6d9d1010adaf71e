import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endPool, readOrg, withOrg } from './client'
import { renameTeam } from './commands/rename-team'
import { type Embedded, ensureEmbedded } from './embedded'
import { type GivenOrganisation, givenOrganisation } from './fixtures'
import { migrateDatabase } from './migrate'
import { teams } from './queries/organisation'
import { databaseAnswers } from './readiness'
import { schemaIsCurrent } from './schema-version'
import { temporaryFolder } from './test-database'
import { testPostgresBinaries, useDatabase } from './url'

/** A server of its own, because it is stopped here the hard way. */
describe('when Postgres goes down', () => {
  const folder = temporaryFolder()
  let server: Embedded
  let org: GivenOrganisation

  beforeAll(async () => {
    server = await ensureEmbedded(folder, { binaries: testPostgresBinaries() })
    await endPool()
    useDatabase(server)
    expect([await databaseAnswers(), await schemaIsCurrent()]).toEqual([true, false])
    await migrateDatabase(server.ownerUrl, server.webUrl)
    org = await givenOrganisation()
  })

  afterAll(async () => {
    await endPool()
    await server.stop()
    for (const each of [server.home, folder]) fs.rmSync(each, { recursive: true, force: true })
  })

  /** What `pg_ctl stop -m immediate` sends: no goodbye to anybody. */
  function immediateStop(): void {
    const pidFile = path.join(server.home, 'pg', 'postmaster.pid')
    process.kill(Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT')
  }

  it('a migrated database is current', async () => expect(await schemaIsCurrent()).toBe(true))

  it('a request is told so, the next ones recover by themselves, and nothing acknowledged is lost', async () => {
    await renameTeam(org.admin, { teamId: org.rootId, name: '保存した名前' })
    const halfWay = withOrg(org.admin, async (tx) => {
      await tx.$client.query(`update teams set name = '保存していない名前'`)
      immediateStop()
      await tx.$client.query('select pg_sleep(5)')
    })
    await expect(halfWay).rejects.toMatchObject({ code: 'unavailable' })

    const name = () =>
      teams(org.admin).then(
        ([root]) => root?.name,
        (error: unknown) => void expect(error).toMatchObject({ code: 'unavailable' }),
      )
    await expect.poll(name, { timeout: 30_000 }).toBe('保存した名前')
  })

  it('connections that idled through it are replaced without an error of the process', async () => {
    await Promise.all(
      Array.from({ length: 5 }, () => readOrg(org.admin, (tx) => tx.$client.query('select pg_sleep(0.05)'))),
    )
    immediateStop()
    await expect
      .poll(
        () =>
          teams(org.admin).then(
            (all) => all.length,
            () => 0,
          ),
        { timeout: 5000 },
      )
      .toBe(1)
  })

  it('readiness says no while it is down for good, and yes when it is back', async () => {
    await server.stop()
    expect(await databaseAnswers()).toBe(false)
    await expect(teams(org.admin)).rejects.toMatchObject({ code: 'unavailable' })
    server = await ensureEmbedded(folder, { binaries: testPostgresBinaries() })
    expect(await databaseAnswers()).toBe(true)
    expect(await teams(org.admin)).toHaveLength(1)
  })
})
