export const LOCALES = ['ja', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One file per screen, so that a page sends the browser only the words that it shows. */
export const NAMESPACES = [
  'common',
  'errors',
  'auth',
  'settings',
  'plan',
  'campaigns',
  'actuals',
  'plan-vs-actual',
  'overview',
  'pipeline',
  'attribution',
  'attribution-settings',
  'data',
] as const
export type Namespace = (typeof NAMESPACES)[number]

type Messages = Record<string, Record<string, unknown>>

// Literal paths: a bundler cannot follow a template through an alias.
const FILES: Record<Locale, Record<Namespace, () => Promise<{ default: Record<string, unknown> }>>> = {
  ja: {
    common: () => import('./ja/common.json'),
    errors: () => import('./ja/errors.json'),
    auth: () => import('./ja/auth.json'),
    settings: () => import('./ja/settings.json'),
    plan: () => import('./ja/plan.json'),
    campaigns: () => import('./ja/campaigns.json'),
    actuals: () => import('./ja/actuals.json'),
    'plan-vs-actual': () => import('./ja/plan-vs-actual.json'),
    overview: () => import('./ja/overview.json'),
    data: () => import('./ja/data.json'),
    pipeline: () => import('./ja/pipeline.json'),
    attribution: () => import('./ja/attribution.json'),
    'attribution-settings': () => import('./ja/attribution-settings.json'),
  },
  en: {
    common: () => import('./en/common.json'),
    errors: () => import('./en/errors.json'),
    auth: () => import('./en/auth.json'),
    settings: () => import('./en/settings.json'),
    plan: () => import('./en/plan.json'),
    campaigns: () => import('./en/campaigns.json'),
    actuals: () => import('./en/actuals.json'),
    'plan-vs-actual': () => import('./en/plan-vs-actual.json'),
    overview: () => import('./en/overview.json'),
    data: () => import('./en/data.json'),
    pipeline: () => import('./en/pipeline.json'),
    attribution: () => import('./en/attribution.json'),
    'attribution-settings': () => import('./en/attribution-settings.json'),
  },
}

const cache = new Map<Locale, Promise<Messages>>()

/** All messages of a language, read once. */
export function messagesOf(locale: Locale): Promise<Messages> {
  const kept = cache.get(locale)
  if (kept) return kept
  const read = Promise.all(NAMESPACES.map(async (name) => [name, (await FILES[locale][name]()).default] as const)).then(
    (entries) => Object.fromEntries(entries),
  )
  cache.set(locale, read)
  return read
}
