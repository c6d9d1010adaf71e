import { environment } from './env'

/** Today as 'YYYY-MM-DD' in an organisation's time zone; GYAKUSAN_TODAY stands in for the clock. */
export function today(timeZone: string): string {
  return environment().today ?? new Date().toLocaleDateString('sv-SE', { timeZone })
}
