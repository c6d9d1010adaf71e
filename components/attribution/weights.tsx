import { useTranslations } from 'next-intl'
import { MODELS } from '#lib/attribution/models'
import { ScrollingCardTable } from '../table/card-table'
import type { AttributionFrame } from './attribution-props'
import { PLACES, percentText, weightsOf } from './rules-text'

/** 重み: what each model gives to which touch, in figures and in words, with lookback and half-life. */
export function Weights({ frame }: { readonly frame: AttributionFrame }) {
  const t = useTranslations('attribution')
  const { rules, model: chosen } = frame
  const { lookbackDays, level, halfLifeDays } = rules
  return (
    <details className="border-t">
      <summary className="flex min-h-9 items-center px-4 text-small font-strong text-accent pointer-coarse:min-h-11">
        {t('weights.title')}
      </summary>
      {/* Its address lies within: the browser opens what a link leads into. */}
      <div id="weights" className="scroll-mt-18">
        <ScrollingCardTable
          label={t('weights.title')}
          nameHeader={t('model')}
          columns={[
            ...PLACES.map((place) => ({ key: place, header: t(`milestones.${place}`) })),
            { key: 'words', header: t('weights.words'), align: 'start' as const },
          ]}
          rows={MODELS.map((model) => {
            const weights = weightsOf(model, rules)
            return {
              key: model,
              name: t(`models.${model}`),
              isOpen: model === chosen,
              cells: [
                ...PLACES.map((place) => {
                  const weight = weights?.[place] ?? 0
                  return weight === 0 ? '' : `${percentText(weight)}%`
                }),
                <span key="words" className="block min-w-60 py-1 whitespace-normal text-text-2">
                  {t(`weights.of.${model}`, { halfLife: halfLifeDays })}
                </span>,
              ],
            }
          })}
        />
      </div>
      <ul className="space-y-0.5 border-t px-4 py-2.5 text-small leading-text text-text-2">
        <li>{t('weights.lookback', { days: lookbackDays })}</li>
        <li>{t(`weights.level.${level}`)}</li>
        <li>{t('weights.missing')}</li>
        <li>{t('weights.exact')}</li>
        {frame.closedThrough !== null && <li>{t('markov.live')}</li>}
      </ul>
    </details>
  )
}
