import { describe, expect, it } from 'vitest'
import { LOCALES, messagesOf, NAMESPACES } from './messages'

type Tree = { readonly [key: string]: string | Tree }

function keysOf(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  )
}

function sentencesOf(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : sentencesOf(value)))
}

/** The names of the values that a sentence takes, in order of the alphabet. */
function argumentsOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort()
}

describe.each(NAMESPACES)('words of %s', (namespace) => {
  it('exist in every language, with the same keys', async () => {
    const [ja, en] = await Promise.all(LOCALES.map(async (locale) => (await messagesOf(locale))[namespace] as Tree))
    expect(keysOf(en ?? {})).toEqual(keysOf(ja ?? {}))
    expect(keysOf(ja ?? {}).length).toBeGreaterThan(0)
  })

  it('in Japanese use no exclamation mark, no half-width bracket and no 「はい」 or OK button', async () => {
    const sentences = sentencesOf((await messagesOf('ja'))[namespace] as Tree)
    expect(sentences.filter((sentence) => /[!！(]|^(はい|OK|実行)$/.test(sentence))).toEqual([])
  })

  it('in English use no please, oops or exclamation mark', async () => {
    const sentences = sentencesOf((await messagesOf('en'))[namespace] as Tree)
    expect(sentences.filter((sentence) => /\bplease\b|\boops\b|!/i.test(sentence))).toEqual([])
  })
})

it('arguments of a sentence are read from its braces', () => {
  expect(argumentsOf('{count}件を{place}に保存しました')).toEqual(['count', 'place'])
})

it('sentences of both languages take values of the same names', async () => {
  const [ja, en] = await Promise.all(LOCALES.map((locale) => messagesOf(locale)))
  const chooses = (sentence: string) => /, (select|plural),/.test(sentence)
  const differing = NAMESPACES.flatMap((namespace) => {
    const theirs = new Map(flat(en?.[namespace] as Tree))
    return flat(ja?.[namespace] as Tree).filter(([key, sentence]) => {
      const other = theirs.get(key) ?? ''
      return !chooses(sentence + other) && argumentsOf(sentence).join() !== argumentsOf(other).join()
    })
  })
  expect(differing.map(([key]) => key)).toEqual([])
})

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  )
}
