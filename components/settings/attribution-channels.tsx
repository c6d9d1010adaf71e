'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { ChannelName } from '../kpi/channel-dot'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { NumberInput } from '../ui/input'
import { hundredthsOf, percentOf } from './attribution-form'
import type { ChannelRow, SaveChannel } from './attribution-props'

type AttributionChannelsProps = { readonly channels: readonly ChannelRow[]; readonly save: SaveChannel }

/** Which channels stand for people who came by themselves, and what of a channel's revenue is gross profit. */
export function AttributionChannels({ channels, save }: AttributionChannelsProps) {
  const t = useTranslations('attribution-settings')
  const [said, say] = useState('')
  return (
    <Card flush title={t('channels')} hint={t('channelsHint')}>
      <div className="overflow-x-auto">
        <table aria-label={t('channels')} className="w-full border-separate border-spacing-0">
          <thead>
            <tr className="text-left text-small text-text-2">
              <th scope="col" className="px-4 py-1.5 font-regular">
                {t('channel')}
              </th>
              <th scope="col" className="px-2 py-1.5 font-regular">
                {t('direct')}
              </th>
              <th scope="col" className="px-4 py-1.5 font-regular">
                {t('margin')}
              </th>
            </tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <ChannelLine key={channel.id} {...{ channel, save, say }} />
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className="px-4 py-2 text-small text-good">
        {said}
      </p>
    </Card>
  )
}

type ChannelLineProps = {
  readonly channel: ChannelRow
  readonly save: SaveChannel
  readonly say: (sentence: string) => void
}

function ChannelLine({ channel, save, say }: ChannelLineProps) {
  const t = useTranslations('attribution-settings')
  const [isDirect, setDirect] = useState(channel.isDirect)
  const [margin, setMargin] = useState(percentOf(channel.grossMargin))
  const [error, setError] = useState<string>()
  const [pending, start] = useTransition()
  const isChanged = isDirect !== channel.isDirect || margin !== percentOf(channel.grossMargin)

  function write() {
    const grossMargin = hundredthsOf(margin)
    if (grossMargin === undefined || (grossMargin !== null && (grossMargin < 0 || grossMargin > 10_000))) {
      setError(t('faults.margin'))
      return
    }
    start(async () => {
      const result = await save?.({ channelId: channel.id, isDirect, grossMargin })
      setError(result === undefined || result.ok ? undefined : result.message)
      if (result?.ok) say(t('channelSaved', { name: channel.name }))
    })
  }

  return (
    <tr className="[&>*]:border-t">
      <th scope="row" className="px-4 py-1.5 text-left font-regular">
        <ChannelName colour={channel.colour}>{channel.name}</ChannelName>
      </th>
      <td className="px-2 py-1.5">
        <label className="inline-flex min-h-8 items-center gap-1.5 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isDirect}
            disabled={save === null}
            aria-label={t('directOf', { name: channel.name })}
            onChange={({ target }) => setDirect(target.checked)}
          />
          {t('isDirect')}
        </label>
      </td>
      <td className="px-4 py-1.5">
        <span className="flex flex-wrap items-center gap-2">
          <NumberInput
            value={margin}
            unit="%"
            boxClassName="w-24"
            readOnly={save === null}
            invalid={error !== undefined}
            aria-label={t('marginOf', { name: channel.name })}
            onChange={({ target }) => setMargin(target.value)}
          />
          {save !== null && isChanged && (
            <Button size="small" pending={pending} onClick={write} aria-label={t('saveOf', { name: channel.name })}>
              {t('save')}
            </Button>
          )}
          {error && (
            <span role="alert" className="text-small text-bad">
              {error}
            </span>
          )}
        </span>
      </td>
    </tr>
  )
}
