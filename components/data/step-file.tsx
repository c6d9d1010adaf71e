'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { ProgressBar } from '../ui/progress-bar'
import type { ImportSteps } from './use-import'

/** A place to drop a file on, with a button for the keyboard. */
export function StepFile({ steps }: { readonly steps: ImportSteps }) {
  const t = useTranslations('data')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const { file, uploading } = steps.state
  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) steps.choose(dropped)
  }
  if (file && uploading !== null) {
    const percent = Math.floor(uploading * 100)
    return (
      <Card title={t('file.uploading', { name: file.name })}>
        <div className="grid gap-3">
          <ProgressBar share={uploading} label={t('file.uploading', { name: file.name })} />
          <div className="flex items-center justify-between text-small text-text-2">
            <span role="status">{t('file.uploaded', { percent })}</span>
            <Button onClick={steps.stop}>{t('file.stop')}</Button>
          </div>
        </div>
      </Card>
    )
  }
  return (
    <Card>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={classes(
          'grid justify-items-center gap-2 rounded-2 border border-dashed px-4 py-10 text-center',
          isOver ? 'border-accent bg-accent-soft' : 'border-border-control',
        )}
      >
        <FileUp aria-hidden="true" size={26} strokeWidth={1.5} className="text-text-3" />
        <p className="text-read">{t('file.drop')}</p>
        <Button variant="primary" pending={steps.state.isBusy} onClick={() => input.current?.click()}>
          {t('file.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          aria-label={t('file.choose')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values"
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            target.value = ''
            if (chosen) steps.choose(chosen)
          }}
        />
        <p className="mt-1 max-w-140 leading-text text-small text-text-2 [word-break:auto-phrase]">
          {t('file.formats')}
        </p>
        <p className="max-w-140 leading-text text-small text-text-2 [word-break:auto-phrase]">{t('file.tools')}</p>
      </div>
      <p className="mt-3 leading-text text-small text-text-3 [word-break:auto-phrase]">{t('file.privacy')}</p>
    </Card>
  )
}
