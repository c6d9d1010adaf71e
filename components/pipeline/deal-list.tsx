'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { z } from 'zod'
import { formatCount, formatDate } from '#lib/format'
import type { Channel } from '#lib/organisation'
import type { ListedDeal } from '#lib/pipeline/listed'
import type { EditOpportunityInput, SavedEdit, SeenDeal } from '#lib/records/edit'
import type { Result } from '#lib/result'
import { ChannelName } from '../kpi/channel-dot'
import type { FigureStyle } from '../plan-vs-actual/figure-text'
import { Chip, type ChipTone } from '../ui/chip'
import { DealEditor } from './deal-editor'
import { amountText } from './words'

export type SaveDeal = (input: z.input<typeof EditOpportunityInput>) => Promise<Result<SavedEdit<SeenDeal>>>

type DealListProps = {
  readonly rows: readonly ListedDeal[]
  readonly channels: readonly Channel[]
  readonly style: FigureStyle
  /** 'YYYY-MM-DD' */
  readonly today: string
  /** Null: the role may only read. */
  readonly save: SaveDeal | null
}

const TONE: Record<ListedDeal['state'], ChipTone> = { open: 'accent', won: 'good', lost: 'neutral' }
const HEAD = 'px-2 font-regular whitespace-nowrap first:pl-4 last:pr-4'

/** The opportunities of a list, each with the form that changes it. */
export function DealList({ rows, channels, style, today, save }: DealListProps) {
  const t = useTranslations('pipeline')
  const [edited, setEdited] = useState<ListedDeal | null>(null)
  return (
    <section
      aria-label={t('list.deals')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto outline-offset-[-2px]"
    >
      <table aria-label={t('list.deals')} className="w-full border-separate border-spacing-0 text-small">
        <thead>
          <tr className="h-7 bg-surface-2 text-micro text-text-2">
            <th scope="col" className={`${HEAD} text-left`}>
              {t('list.name')}
            </th>
            <th scope="col" className={`${HEAD} text-left`}>
              {t('list.state')}
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              {t('amount')}
            </th>
            <th scope="col" className={`${HEAD} text-left max-tablet:hidden`}>
              {t('ageing.stage')}
            </th>
            <th scope="col" className={`${HEAD} text-left max-tablet:hidden`}>
              {t('list.created')}
            </th>
            <th scope="col" className={`${HEAD} text-left`}>
              {t('list.close')}
            </th>
            <th scope="col" className={`${HEAD} text-left max-tablet:hidden`}>
              {t('by.owner')}
            </th>
            <th scope="col" className={`${HEAD} text-left max-tablet:hidden`}>
              {t('forecast.category')}
            </th>
            <th scope="col" className={`${HEAD} text-left max-tablet:hidden`}>
              {t('list.source')}
            </th>
            {save && (
              <th scope="col" className={`${HEAD} max-tablet:hidden`}>
                <span className="sr-only">{t('edit.open')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DealRowLine
              key={row.id}
              row={row}
              channels={channels}
              style={style}
              onEdit={save ? () => setEdited(row) : null}
            />
          ))}
        </tbody>
      </table>
      {save && edited && (
        <DealEditor
          key={edited.id}
          deal={edited}
          channels={channels}
          style={style}
          today={today}
          save={save}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}

type LineProps = {
  readonly row: ListedDeal
  readonly channels: readonly Channel[]
  readonly style: FigureStyle
  readonly onEdit: (() => void) | null
}

function DealRowLine({ row, channels, style, onEdit }: LineProps) {
  const t = useTranslations('pipeline')
  const day = (date: string | null) => (date === null ? '—' : formatDate(date, style.locale))
  const cell = 'h-9 border-t px-2 first:pl-4 last:pr-4'
  const wide = `${cell} whitespace-nowrap max-tablet:hidden`
  const close = row.state === 'open' ? row.expectedCloseOn : row.closedOn
  return (
    <tr className="hover:bg-surface-2">
      <th scope="row" className={`${cell} max-w-80 min-w-32 text-left font-regular`}>
        <span className="block truncate font-strong">{row.name}</span>
        {row.account !== null && <span className="block truncate text-text-3">{row.account}</span>}
      </th>
      <td className={cell}>
        <Chip small tone={TONE[row.state]}>
          {t(`states.${row.state}`)}
        </Chip>
      </td>
      <td className={`${cell} text-right whitespace-nowrap`}>{amountText(row.amount, style)}</td>
      <td className={wide}>
        {row.stage ?? '—'}
        {row.state === 'open' && (
          <span className="ml-1.5 text-text-3">{t('days', { value: formatCount(row.daysInStage, style) })}</span>
        )}
      </td>
      <td className={wide}>{day(row.createdOn)}</td>
      <td className={`${cell} whitespace-nowrap`}>{day(close)}</td>
      <td className={wide}>{row.owner ?? '—'}</td>
      <td className={wide}>{row.forecastCategory ?? '—'}</td>
      <td className={wide}>
        <Source row={row} channels={channels} />
      </td>
      {onEdit && (
        <td className={`${wide} text-right`}>
          <button
            type="button"
            onClick={onEdit}
            aria-label={t('edit.dealOf', { name: row.name })}
            className="inline-grid size-7 place-items-center rounded-2 text-text-2 hover:bg-surface-3 hover:text-text"
          >
            <Pencil aria-hidden="true" size={14} />
          </button>
        </td>
      )}
    </tr>
  )
}

function Source({ row, channels }: { readonly row: ListedDeal; readonly channels: readonly Channel[] }) {
  const t = useTranslations('pipeline')
  const channel = channels.find(({ id }) => id === row.sourceChannelId)
  return (
    <span className="inline-flex items-center gap-1.5">
      {channel ? <ChannelName colour={channel.colour}>{channel.name}</ChannelName> : t('none.channel')}
      {row.isInfluenced && <Chip small>{t('list.influenced')}</Chip>}
      {!row.countsAsNew && <Chip small>{t('customers.existing')}</Chip>}
    </span>
  )
}
