import { withClient } from './client'

/** Whether the database answers at all, within the pool's time limits. */
export function databaseAnswers(): Promise<boolean> {
  return withClient((client) => client.query('select')).then(
    () => true,
    () => false,
  )
}
