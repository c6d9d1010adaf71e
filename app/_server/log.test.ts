import { describe, expect, it } from 'vitest'
import { toldError } from './log'

describe('an error in the log', () => {
  it('tells what happened, and nothing that people typed', () => {
    const driver = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
      code: '23505',
      constraint: 'users_email',
      detail: 'Key (email)=(sato@example.com) already exists.',
    })
    const query = Object.assign(
      new Error(
        'Failed query: insert into "users" values ($1, $2)\nparams: sato@example.com,$argon2id$secret\n    at x',
        {
          cause: driver,
        },
      ),
      { params: ['sato@example.com'] },
    )
    const told = toldError(query)
    expect(told).toMatchObject({
      message: 'Failed query: insert into "users" values ($1, $2)',
      cause: { code: '23505', constraint: 'users_email' },
    })
    expect(JSON.stringify(told)).not.toMatch(/sato|argon2/)
  })

  it('keeps the places of the program, and takes what is no error', () => {
    expect(JSON.stringify(toldError(new Error('boom')))).toMatch(/log\.test\.ts/)
    expect(toldError('boom')).toBe('boom')
  })
})
