import { describe, expect, it } from 'vitest'
import { guessColumns, guessKind, headerKey, shapeText } from './headers'

describe('columns of Salesforce', () => {
  it('leads, in English as a report writes them', () => {
    const headers = [
      'Lead ID',
      'First Name',
      'Last Name',
      'Company / Account',
      'Email',
      'Lead Source',
      'Lead Status',
      'Created Date',
      'Last Modified Date',
      'Lead Owner',
    ]
    expect(guessKind(headers, 'report1696.csv')).toBe('leads')
    expect(guessColumns('leads', headers)).toEqual({
      externalId: 'Lead ID',
      'reached:lead': 'Created Date',
      channel: 'Lead Source',
      accountName: 'Company / Account',
      email: 'Email',
      sourceAt: 'Last Modified Date',
    })
  })

  it('opportunities, in Japanese', () => {
    const headers = [
      '商談 ID',
      '商談名',
      '取引先名',
      'フェーズ',
      '金額',
      '完了予定日',
      '作成日',
      '商談 所有者',
      'リードソース',
      '主キャンペーンソース',
      '種別',
      '売上予測分類',
      '失注理由',
      '最終更新日',
    ]
    expect(guessKind(headers, 'report.csv')).toBe('opportunities')
    expect(guessColumns('opportunities', headers)).toEqual({
      externalId: '商談 ID',
      name: '商談名',
      accountName: '取引先名',
      stage: 'フェーズ',
      amount: '金額',
      closeDate: '完了予定日',
      createdOn: '作成日',
      owner: '商談 所有者',
      channel: 'リードソース',
      campaign: '主キャンペーンソース',
      isNew: '種別',
      forecast: '売上予測分類',
      lossReason: '失注理由',
      sourceAt: '最終更新日',
    })
  })
})

describe('columns of HubSpot', () => {
  it('contacts', () => {
    const headers = [
      'Record ID',
      'First Name',
      'Email',
      'Company Name',
      'Create Date',
      'Lifecycle Stage',
      'Became a Lead Date',
      'Became a Marketing Qualified Lead Date',
      'Original Source',
      'Last Modified Date',
    ]
    expect(guessKind(headers, 'hubspot-crm-exports-all-contacts.csv')).toBe('leads')
    expect(guessColumns('leads', headers)).toMatchObject({
      externalId: 'Record ID',
      'reached:lead': 'Became a Lead Date',
      'reached:mql': 'Became a Marketing Qualified Lead Date',
      channel: 'Original Source',
      email: 'Email',
      accountName: 'Company Name',
    })
  })

  it('deals, in Japanese', () => {
    const headers = [
      'レコードID',
      '取引名',
      '取引ステージ',
      'クローズ日',
      '作成日',
      '金額',
      '取引担当者',
      'オリジナルソース',
      '取引タイプ',
    ]
    expect(guessKind(headers, '取引.csv')).toBe('opportunities')
    expect(guessColumns('opportunities', headers)).toEqual({
      externalId: 'レコードID',
      name: '取引名',
      stage: '取引ステージ',
      closeDate: 'クローズ日',
      createdOn: '作成日',
      amount: '金額',
      owner: '取引担当者',
      channel: 'オリジナルソース',
      isNew: '取引タイプ',
    })
  })
})

describe('plain headers', () => {
  it('in Japanese, full-width, with blanks and brackets', () => {
    expect(guessColumns('leads', ['会社名 ', 'ＭＱＬ日', '流入元（チャネル）', 'Ｅメール', ' 登録日'])).toEqual({
      accountName: '会社名 ',
      'reached:mql': 'ＭＱＬ日',
      channel: '流入元（チャネル）',
      email: 'Ｅメール',
      'reached:lead': ' 登録日',
    })
    expect(guessColumns('opportunities', ['案件名', '受注金額（税抜）', '受注日'])).toEqual({
      name: '案件名',
      amount: '受注金額（税抜）',
      closedOn: '受注日',
    })
  })

  it('of costs and monthly actuals', () => {
    expect(guessKind(['月', 'チャネル', '施策', '費用'], 'a.csv')).toBe('costs')
    expect(guessKind(['月', 'チャネル', '訪問数', 'リード数', '受注数', '売上'], 'a.csv')).toBe('actuals')
    expect(guessColumns('actuals', ['月', 'チャネル', '訪問数', 'リード数', '売上'])).toEqual({
      month: '月',
      channel: 'チャネル',
      'metric:visit': '訪問数',
      'metric:lead': 'リード数',
      'metric:revenue': '売上',
    })
  })

  it('may be the organisation’s own words for its stages', () => {
    expect(guessColumns('leads', ['アポ取得日', 'アポ'], { 'reached:appointment': ['アポ'] })).toEqual({
      'reached:appointment': 'アポ',
    })
  })

  it('that nothing is known of stay without a field', () => {
    expect(guessColumns('leads', ['foo', '', 'bar'])).toEqual({})
    expect(guessKind([], 'a.csv')).toBe('leads')
  })

  it('that stand twice serve one field', () => {
    expect(guessColumns('leads', ['Email', 'Email (2)'])).toEqual({ email: 'Email' })
  })
})

it('headers are equal whatever their width, case and blanks', () => {
  expect(headerKey(' Ｌｅａｄ　Source ')).toBe(headerKey('LeadSource'))
})

it('files of one shape are known in any order of columns', () => {
  expect(shapeText(['会社名', 'Email '])).toBe(shapeText(['ＥＭＡＩＬ', '会社名']))
  expect(shapeText(['会社名'])).not.toBe(shapeText(['会社名', 'Email']))
})
