import { v7 } from 'uuid'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A new id, ordered by time (uuid v7). Ids are made here, so that a row's references are known before it is written. */
export function newId(): string {
  return v7()
}

/** Whether a text from outside can be an id at all: Postgres answers anything else with an error instead of no row. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
