/**
 * The rows of a table that have one of the values of a column, as a part of FROM; $1 is the organisation. Each value is
 * looked up by itself: Postgres takes every organisation for small (docs/decisions/013), and would rather read all of a
 * large one than ask for thousands of its rows. OFFSET 0 keeps it from thinking better of it.
 * @param column with an index that begins with org_id and it
 * @param values the parameter: '$2::uuid[]'
 */
export function lookedUp(table: string, column: string, values: string): string {
  return `(select found.* from (select distinct unnest(${values}) as value) wanted
    cross join lateral (select * from ${table} where org_id = $1 and ${column} = wanted.value offset 0) found)`
}
