import { describe, expect, it } from 'vitest'
import { accountNameKey } from './account-name'

describe('the form in which company names are compared', () => {
  it.each([
    ['株式会社山田製作所', '山田製作所'],
    ['㈱ 山田製作所', '山田製作所'],
    ['山田製作所（株）', '山田製作所'],
    ['ＡＢＣ商事　有限会社', 'abc商事'],
    ['Acme Co., Ltd.', 'acme'],
    ['ACME, Inc.', 'acme'],
    ['Acme GmbH', 'acme'],
    ['Incorporated Minds', 'incorporated minds'],
    ['Costco', 'costco'],
    ['A.B.C  Corp', 'a b c'],
    ['株式会社', '株式会社'],
  ])('%s → %s', (name, key) => expect(accountNameKey(name)).toBe(key))
})
