'use client'

import type { Difference } from '#lib/funnel/differences'
import { ChannelName } from '../kpi/channel-dot'
import { classes } from '../ui/classes'
import { usePlanView } from './plan-view'
import { useDifferenceText } from './use-difference-text'

type CompareRowsProps = { readonly title: string; readonly differences: readonly Difference[] }

const VALUE = 'px-3 py-1.5 align-bottom whitespace-pre-line [overflow-wrap:anywhere]'

/** One section of the comparison; the lines of a channel stand under its name. */
export function CompareRows({ title, differences }: CompareRowsProps) {
  const { channelOf } = usePlanView()
  const { nameOf, textOf, changeOf } = useDifferenceText()
  const groups = [...new Set(differences.map(({ channelId }) => channelId))]
  return (
    <tbody className="*:*:border-b">
      <tr>
        <th scope="colgroup" colSpan={4} className="bg-surface-2 px-4 py-1.5 text-left">
          {title}
        </th>
      </tr>
      {groups.map((channelId) => {
        const own = differences.filter((difference) => difference.channelId === channelId)
        return own.map((difference, i) => (
          <tr key={[difference.name, difference.stage, channelId].join(' ')}>
            <th scope="row" className="py-1.5 pr-3 pl-4 text-left align-top font-regular text-text-2">
              {channelId !== null && (
                <span className={classes('mb-0.5 block font-strong text-text', i > 0 && 'sr-only')}>
                  <ChannelName colour={channelOf(channelId).colour}>{channelOf(channelId).name}</ChannelName>
                </span>
              )}
              <span className={channelId === null ? undefined : 'block pl-4.5'}>{nameOf(difference)}</span>
            </th>
            <td className={classes(VALUE, difference.kind !== 'text' && 'text-right')}>
              {textOf(difference, difference.left)}
            </td>
            <td className={classes(VALUE, 'font-strong', difference.kind !== 'text' && 'text-right')}>
              {textOf(difference, difference.right)}
            </td>
            <td className="py-1.5 pr-4 pl-3 text-right align-bottom whitespace-nowrap max-tablet:hidden">
              {changeOf(difference)}
            </td>
          </tr>
        ))
      })}
    </tbody>
  )
}
