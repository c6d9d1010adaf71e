'use client'

import { useTranslations } from 'next-intl'
import { CorrectionDialog } from './correction-dialog'
import { PastePreview } from './paste-preview'
import { ReasonDialog } from './reason-dialog'
import type { ActualsWork } from './use-actuals'

/** What the grid has to ask before it goes on: a reason, or whether a part of a paste is wanted. */
export function ActualsDialogs({ work }: { readonly work: ActualsWork }) {
  const t = useTranslations('actuals')
  const { control, words, allRows } = work
  return (
    <>
      {control.held !== null && (
        <CorrectionDialog
          corrections={control.held.corrections}
          rows={allRows}
          words={words}
          onReason={control.release}
          onCancel={() => control.release(null)}
        />
      )}
      {work.preview !== null && (
        <PastePreview
          pasted={work.preview}
          rows={work.rows}
          words={words}
          reason={control.reason}
          onAnswer={work.answerPreview}
        />
      )}
      {work.askingRefused && (
        <ReasonDialog
          title={t('correctionTitle')}
          description={t('closedMeanwhile')}
          label={t('correctionReason')}
          hint={t('correctionHint')}
          submit={t('correct')}
          onReason={work.saveRefused}
          onCancel={() => work.saveRefused(null)}
        />
      )}
    </>
  )
}
