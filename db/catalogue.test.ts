import { readdirSync } from 'node:fs'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrateUrl } from './url'

/** Reference data: no organisation is known where it is needed. */
const REFERENCE = ['users', 'login_limits']

const names = readdirSync(new URL('schema', import.meta.url)).map((file) => file.replace(/\.ts$/, ''))
const modules: Record<string, unknown>[] = await Promise.all(names.map((name) => import(`./schema/${name}.ts`)))
const tables = modules.flatMap((module) => Object.values(module)).filter((value) => is(value, PgTable))
const configs = tables.map(getTableConfig)
const tenantTables = configs.filter((config) => !REFERENCE.includes(config.name))

describe('every tenant table', () => {
  it('is found by this test', () => expect(tenantTables.map((config) => config.name)).toContain('monthly_actuals'))

  it.each(tenantTables.map((config) => [config.name, config] as const))(
    '%s starts with org_id everywhere',
    (_, config) => {
      const own = config.columns.filter((column) => column.primary).map((column) => [column.name])
      const keys = [
        ...own,
        ...config.primaryKeys.map((key) => key.columns.map((column) => column.name)),
        ...config.uniqueConstraints.map((unique) => unique.columns.map((column) => column.name)),
        ...config.indexes.map((index) => index.config.columns.map((column) => ('name' in column ? column.name : null))),
        ...config.foreignKeys
          .map((key) => key.reference())
          .filter(({ foreignTable }) => !REFERENCE.includes(getTableConfig(foreignTable).name))
          .flatMap(({ columns, foreignColumns }) =>
            [columns, foreignColumns].map((side) => side.map((column) => column.name)),
          ),
      ]
      expect(config.columns[0]?.name).toBe('org_id')
      expect(keys.length).toBeGreaterThan(0)
      expect(keys.filter(([first]) => first !== 'org_id')).toEqual([])
      expect(config.columns.filter((column) => column.isUnique)).toEqual([])
    },
  )
})

describe('the database', () => {
  let owner: pg.Client
  const rows = async (text: string) => (await owner.query<{ name: string }>(text)).rows.map((row) => row.name)

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: migrateUrl() })
    await owner.connect()
  })
  afterAll(() => owner.end())

  it('has exactly the tables of the schema', async () => {
    const found = await rows(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
    )
    expect(found.sort()).toEqual(configs.map((config) => config.name).sort())
  })

  it('forces row-level security on every table with org_id, and on users, each with a policy', async () => {
    const open = await rows(`
      select c.relname::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (c.relname = 'users' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped))
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`)
    expect(open).toEqual([])
  })

  it('gives every tenant policy the same condition, for reading and writing', async () => {
    const conditions = await rows(`
      select distinct coalesce(qual, '-') || ' / ' || coalesce(with_check, '-') as name from pg_policies where policyname = 'tenant'`)
    const condition = `(org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid)`
    expect(conditions).toEqual([`${condition} / ${condition}`])
  })

  it('lets the app role read every tenant table, and neither truncate nor alter one', async () => {
    const unreadable = await rows(`
      select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname not in ('users', 'login_limits') and not has_table_privilege('gyakusan_app', oid, 'select')`)
    const dangerous = await rows(`
      select table_name || ' ' || privilege_type as name from information_schema.role_table_grants
      where grantee in ('gyakusan_app', 'gyakusan_signin', 'PUBLIC') and table_schema = 'public'
        and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`)
    expect([unreadable, dangerous]).toEqual([[], []])
  })

  it('lets the app role only add to the audit log', async () => {
    const granted = await rows(`
      select privilege_type as name from information_schema.role_table_grants
      where grantee = 'gyakusan_app' and table_name = 'audit_log' order by 1`)
    expect(granted).toEqual(['INSERT', 'SELECT'])
  })

  it('gives the sign-in role people, their memberships and the limits, and nothing else', async () => {
    const granted = await rows(`
      select table_name || ' ' || string_agg(privilege_type, ' ' order by privilege_type) as name
      from information_schema.role_table_grants where grantee = 'gyakusan_signin' group by table_name order by 1`)
    expect(granted).toEqual([
      '__drizzle_migrations SELECT',
      'login_limits DELETE INSERT SELECT UPDATE',
      'memberships SELECT',
      'users INSERT SELECT UPDATE',
    ])
  })

  it('has no triggers, rules or views of ours: nothing happens behind a command’s back', async () => {
    const hidden = await rows(`
      select tgname::text as name from pg_trigger where not tgisinternal
      union all select rulename::text from pg_rules where schemaname = 'public'
      union all select viewname::text from pg_views where schemaname = 'public'`)
    expect(hidden).toEqual([])
  })
})
