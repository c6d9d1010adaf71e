'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { Result } from '#lib/result'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useToast } from '../ui/toast'
import { CampaignFields } from './campaign-fields'
import { BLANK, type CampaignText, readCampaign, textOf } from './campaign-text'
import type { CampaignItem, CampaignsProps, CampaignVerbs } from './campaigns-props'
import { useCampaignVerb } from './use-campaign-verb'

type CampaignDialogProps = Pick<CampaignsProps, 'teamId' | 'channels' | 'style'> & {
  readonly verbs: CampaignVerbs
  /** Null: closed. */
  readonly edited: CampaignItem | 'new' | null
  readonly onClose: () => void
}

/** Adds a campaign, or changes and archives one. What was typed stays until it is saved or given up. */
export function CampaignDialog({ edited, onClose, ...rest }: CampaignDialogProps) {
  const t = useTranslations('campaigns.form')
  const [pending, start] = useTransition()
  const { run } = useCampaignVerb()
  return (
    <Dialog
      open={edited !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t(edited === 'new' ? 'addTitle' : 'changeTitle')}
    >
      {edited !== null && (
        <CampaignForm
          key={edited === 'new' ? 'new' : edited.campaign.id}
          {...{ ...rest, edited, onClose, pending, start, run }}
        />
      )}
    </Dialog>
  )
}

type FormProps = Omit<CampaignDialogProps, 'edited'> & {
  readonly edited: CampaignItem | 'new'
  readonly pending: boolean
  readonly start: (write: () => Promise<void>) => void
  /** Outlives the form: the way back from archiving. */
  readonly run: ReturnType<typeof useCampaignVerb>['run']
}

/** What keeps a campaign from being saved: a sentence for each field, and one for the whole. */
type Faults = { readonly fields: Readonly<Record<string, string>>; readonly message: string | null }

function CampaignForm({ edited, verbs, teamId, channels, style, onClose, pending, start, run }: FormProps) {
  const t = useTranslations('campaigns')
  const errors = useTranslations('errors')
  const toast = useToast()
  const campaign = edited === 'new' ? null : edited.campaign
  const [typed, type] = useState<CampaignText>(edited === 'new' ? BLANK : textOf(edited, style.currency))
  const [faults, refuse] = useState<Faults>({ fields: {}, message: null })

  function send(write: () => Promise<Result<unknown>>, done: () => void) {
    start(async () => {
      const result = await write()
      if (!result.ok) return refuse({ fields: result.fields, message: result.message })
      onClose()
      done()
    })
  }
  function save() {
    const read = readCampaign(typed, style.currency)
    if (!read.ok) {
      const fields = Object.fromEntries(Object.entries(read.faults).map(([name, fault]) => [name, errors(fault)]))
      return refuse({ fields, message: null })
    }
    const said = (key: 'added' | 'changed') => () => toast({ message: t(`done.${key}`, { name: typed.name.trim() }) })
    if (campaign === null) send(() => verbs.add({ teamId, ...read.campaign }), said('added'))
    else send(() => verbs.change({ campaignId: campaign.id, ...read.campaign }), said('changed'))
  }
  function archive(id: string, name: string) {
    const back = () => run(() => verbs.restore({ campaignId: id }), { message: t('done.restored', { name }) })
    const undo = { label: t('done.undo'), onClick: back }
    send(
      () => verbs.archive({ campaignId: id }),
      () => toast({ message: t('done.archived', { name }), action: undo }),
    )
  }
  const hasField = Object.keys(faults.fields).length > 0
  return (
    <form action={save} noValidate className="grid gap-3">
      <CampaignFields
        {...{ typed, type, channels, style }}
        current={campaign?.channelId ?? null}
        faults={faults.fields}
      />
      {faults.message !== null && !hasField && (
        <p role="alert" className="text-small text-bad">
          {faults.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2 pt-1">
        {campaign && (
          <Button
            variant="destructive"
            className="mr-auto"
            onClick={() => !pending && archive(campaign.id, campaign.name)}
          >
            {t('form.archive')}
          </Button>
        )}
        <Button onClick={onClose}>{t('form.cancel')}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t(campaign ? 'form.save' : 'form.add')}
        </Button>
      </div>
    </form>
  )
}
