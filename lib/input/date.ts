import { z } from 'zod'
import { isMonth, type Month } from '#lib/month'

/** A day of the calendar that exists, 'YYYY-MM-DD'. Messages are keys of `errors`. */
export const DateText = z.iso
  .date({ error: ({ input }) => (input === '' ? 'dateMissing' : 'dateInvalid'), abort: true })
  .refine((date) => date >= '1900-01-01' && date < '2200-01-01', { error: 'dateInvalid' })

/** '2026-04' */
export const MonthText = z.custom<Month>((text) => typeof text === 'string' && isMonth(text), { error: 'invalid' })
