import { useTranslations } from 'next-intl'
import { formatCount, formatRate } from '#lib/format'
import type { Packed } from '#lib/packed'
import { HANDOVER_STATES, type Handover, type HandoverState } from '#lib/pipeline/handover'
import { Figure } from '../kpi/figure'
import { Card } from '../ui/card'
import { withLaterWords } from '../ui/later-words'
import { useUnpacked } from '../ui/unpacked'
import { FigureLink } from './figure-link'
import { ByChannelCard, type ChannelHandover } from './handover-by-channel'
import { passedHref } from './passed-href'
import { usePipelineFrame } from './pipeline-frame'
import { type PipelineFrame, viewHref } from './pipeline-props'
import { ViewLinks } from './view-links'
import { countText, orNone } from './words'

export type HandoverFigures = { readonly whole: Handover; readonly channelRows: readonly ChannelHandover[] }

type HandoverCardsProps = { readonly packedFigures: Packed<HandoverFigures> }

const AGREED_CHOICES = [3, 5, 7, 10] as const

/** 引き渡し: what became of the leads that were passed to sales in the period. */
export default withLaterWords(function HandoverCards({ packedFigures }: HandoverCardsProps) {
  const frame = usePipelineFrame()
  const { whole, channelRows } = useUnpacked(packedFigures)
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 laptop:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <StatesCard whole={whole} frame={frame} />
        <ResponseCard whole={whole} frame={frame} />
      </div>
      <ByChannelCard rows={channelRows} frame={frame} />
    </>
  )
})

type OfWhole = { readonly whole: Handover; readonly frame: PipelineFrame }

function StatesCard({ whole, frame }: OfWhole) {
  const t = useTranslations('pipeline')
  const { style, view } = frame
  const choices = [...new Set([...AGREED_CHOICES, view.agreed])].toSorted((a, b) => a - b)
  return (
    <Card
      title={t('handover.title')}
      hint={t('handover.hint')}
      actions={
        <ViewLinks
          small
          caption={t('handover.agreed')}
          label={t('handover.agreed')}
          current={String(view.agreed)}
          links={choices.map((agreed) => ({
            key: String(agreed),
            label: t('days', { value: String(agreed) }),
            href: viewHref(frame, { view: 'handover', agreed }),
          }))}
        />
      }
    >
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 tablet:grid-cols-4">
        <Item name={t('handover.passed')}>
          <FigureLink href={passedHref(frame)} count={whole.passed}>
            <Figure value={countText(whole.passed, style)} />
          </FigureLink>
          <small className="ml-1 text-text-2">{t('unit')}</small>
        </Item>
        <Item name={t('handover.untouched')}>
          <FigureLink href={passedHref(frame, { handover: 'untouched' })} count={whole.untouched}>
            <Figure value={countText(whole.untouched, style)} />
          </FigureLink>
          <small className="ml-1 text-text-2">{t('unit')}</small>
        </Item>
        <Item name={t('handover.inTimeRate')}>
          <Figure value={formatRate(whole.inTimeRate, style)} />
        </Item>
        <Item name={t('handover.allReturned')}>
          <FigureLink href={passedHref(frame, { handover: 'anyReturned' })} count={whole.allReturned}>
            <Figure value={countText(whole.allReturned, style)} />
          </FigureLink>
          <small className="ml-1 text-text-2">{t('unit')}</small>
        </Item>
      </dl>
      <StateBar whole={whole} frame={frame} />
      <p className="mt-2 text-small leading-text text-text-2">
        {t('handover.formula', { days: view.agreed, share: formatRate(whole.inTimeRate, style) })}
      </p>
    </Card>
  )
}

function Item({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-small whitespace-nowrap text-text-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const TONE: Record<HandoverState, string> = {
  inTime: 'bg-series-actual',
  late: 'bg-series-last',
  waiting: 'hatch-forecast',
  untouched: 'hatch-missing',
  returned: 'bg-surface-3',
}

/** The five states side by side; each lead stands in one of them. */
function StateBar({ whole, frame }: OfWhole) {
  const t = useTranslations('pipeline')
  return (
    <>
      <div aria-hidden="true" className="mt-4 flex h-4 overflow-hidden rounded-1 border border-border-strong">
        {HANDOVER_STATES.filter((state) => whole[state] > 0).map((state) => (
          <span key={state} className={TONE[state]} style={{ flexGrow: whole[state] }} />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-small">
        {HANDOVER_STATES.map((state) => (
          <li key={state} className="inline-flex items-center gap-1.5 whitespace-nowrap">
            <span aria-hidden="true" className={`size-2.5 rounded-[2px] border border-border-control ${TONE[state]}`} />
            {t(`handover.states.${state}`)}
            <FigureLink href={passedHref(frame, { handover: state })} count={whole[state]}>
              {countText(whole[state], frame.style)}
            </FigureLink>
          </li>
        ))}
      </ul>
    </>
  )
}

function ResponseCard({ whole, frame }: OfWhole) {
  const t = useTranslations('pipeline')
  const { response, reasons } = whole
  const days = (value: number | null) => (value === null ? '—' : t('days', { value: formatCount(value, frame.style) }))
  return (
    <Card title={t('handover.response')} hint={t('handover.responseHint')}>
      <dl className="grid grid-cols-3 gap-x-4">
        <Item name={t('handover.median')}>
          <span className="font-strong">{days(response.p50)}</span>
        </Item>
        <Item name={t('handover.p90')}>
          <span className="font-strong">{days(response.p90)}</span>
        </Item>
        <Item name={t('handover.mean')}>
          <span className="font-strong">{days(response.mean)}</span>
        </Item>
      </dl>
      <h3 className="mt-4 text-small text-text-3">{t('handover.reasons')}</h3>
      {reasons.length === 0 ? (
        <p className="mt-1 text-text-2">{t('handover.noReasons')}</p>
      ) : (
        <ul className="mt-1 grid gap-0.5">
          {reasons.slice(0, 6).map(({ reason, count }) => (
            <li key={orNone(reason)} className="flex justify-between gap-3">
              <span className="min-w-0 truncate">{reason ?? t('handover.noReason')}</span>
              <FigureLink href={passedHref(frame, { handover: 'anyReturned', reason: orNone(reason) })} count={count}>
                {countText(count, frame.style)}
              </FigureLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
