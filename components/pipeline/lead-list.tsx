'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { z } from 'zod'
import { formatCount, formatDate } from '#lib/format'
import type { Channel } from '#lib/organisation'
import type { HandoverState } from '#lib/pipeline/handover'
import type { ListedLead } from '#lib/pipeline/listed'
import type { EditHandoverInput, SavedEdit, SeenHandover } from '#lib/records/edit'
import type { Result } from '#lib/result'
import { ChannelName } from '../kpi/channel-dot'
import type { FigureStyle } from '../plan-vs-actual/figure-text'
import { Chip, type ChipTone } from '../ui/chip'
import { HandoverEditor } from './handover-editor'

export type SaveHandover = (input: z.input<typeof EditHandoverInput>) => Promise<Result<SavedEdit<SeenHandover>>>

type LeadListProps = {
  readonly rows: readonly ListedLead[]
  readonly channels: readonly Channel[]
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
  readonly style: FigureStyle
  /** 'YYYY-MM-DD' */
  readonly today: string
  /** Null: the role may only read. */
  readonly save: SaveHandover | null
}

const TONE: Record<HandoverState, ChipTone> = {
  inTime: 'good',
  late: 'neutral',
  waiting: 'accent',
  untouched: 'watch',
  returned: 'neutral',
}
const HEAD = 'px-2 text-left font-regular whitespace-nowrap first:pl-4 last:pr-4'

/** The leads of a list, each with the form that notes its handover. */
export function LeadList({ rows, save, today, ...names }: LeadListProps) {
  const t = useTranslations('pipeline')
  const [edited, setEdited] = useState<ListedLead | null>(null)
  return (
    <section
      aria-label={t('list.leads')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto outline-offset-[-2px]"
    >
      <table aria-label={t('list.leads')} className="w-full border-separate border-spacing-0 text-small">
        <thead>
          <tr className="h-7 bg-surface-2 text-micro text-text-2">
            <th scope="col" className={HEAD}>
              {t('list.account')}
            </th>
            <th scope="col" className={HEAD}>
              {t('by.channel')}
            </th>
            <th scope="col" className={`${HEAD} max-tablet:hidden`}>
              {t('by.campaign')}
            </th>
            <th scope="col" className={`${HEAD} max-tablet:hidden`}>
              {t('list.came')}
            </th>
            <th scope="col" className={HEAD}>
              {t('handover.passed')}
            </th>
            <th scope="col" className={HEAD}>
              {t('list.state')}
            </th>
            <th scope="col" className={`${HEAD} max-tablet:hidden`}>
              {t('list.worked')}
            </th>
            <th scope="col" className={`${HEAD} max-tablet:hidden`}>
              {t('handover.allReturned')}
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
            <LeadRowLine key={row.id} row={row} {...names} onEdit={save ? () => setEdited(row) : null} />
          ))}
        </tbody>
      </table>
      {save && edited && (
        <HandoverEditor
          key={edited.id}
          lead={edited}
          style={names.style}
          today={today}
          save={save}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}

type LineProps = Pick<LeadListProps, 'channels' | 'campaigns' | 'style'> & {
  readonly row: ListedLead
  readonly onEdit: (() => void) | null
}

function LeadRowLine({ row, channels, campaigns, style, onEdit }: LineProps) {
  const t = useTranslations('pipeline')
  const day = (date: string | null) => (date === null ? '—' : formatDate(date, style.locale))
  const days = (value: number | null) => (value === null ? null : t('days', { value: formatCount(value, style) }))
  const channel = channels.find(({ id }) => id === row.channelId)
  const cell = 'h-8 border-t px-2 whitespace-nowrap first:pl-4 last:pr-4'
  const wide = `${cell} max-tablet:hidden`
  const account = row.account ?? t('list.noAccount')
  return (
    <tr className="hover:bg-surface-2">
      <th scope="row" className={`${cell} max-w-60 truncate text-left font-regular`}>
        {account}
      </th>
      <td className={cell}>
        {channel ? <ChannelName colour={channel.colour}>{channel.name}</ChannelName> : t('gone')}
      </td>
      <td className={`${wide} max-w-60 truncate`}>{campaigns.find(({ id }) => id === row.campaignId)?.name ?? '—'}</td>
      <td className={wide}>{day(row.cameOn)}</td>
      <td className={cell}>{day(row.passedOn)}</td>
      <td className={cell}>
        {row.state ? (
          <Chip small tone={TONE[row.state]}>
            {t(`handover.states.${row.state}`)}
          </Chip>
        ) : (
          '—'
        )}
        {(row.state === 'untouched' || row.state === 'waiting') && (
          <span className="ml-1.5 text-text-3">{days(row.age)}</span>
        )}
      </td>
      <td className={wide}>
        {day(row.workedOn)} <span className="text-text-3">{days(row.responseDays)}</span>
      </td>
      <td className={`${wide} max-w-60 truncate`}>
        {day(row.returnedOn)} <span className="text-text-3">{row.returnReason}</span>
      </td>
      {onEdit && (
        <td className={`${wide} text-right`}>
          <button
            type="button"
            onClick={onEdit}
            aria-label={t('edit.leadOf', { name: account })}
            className="inline-grid size-7 place-items-center rounded-2 text-text-2 hover:bg-surface-3 hover:text-text"
          >
            <Pencil aria-hidden="true" size={14} />
          </button>
        </td>
      )}
    </tr>
  )
}
