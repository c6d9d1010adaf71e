import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { OwnerSelect } from './owner-select'
import { type PipelineFrame, viewQuery } from './pipeline-props'

/** Limits the summary to one person's opportunities: a form whose answer stands in the address, with all other limits. */
export function OwnerFilter(frame: PipelineFrame) {
  const t = useTranslations('pipeline')
  const { view, path, owners } = frame
  const { owner: _, ...others } = viewQuery(frame, { by: view.by, set: view.set })
  return (
    <form key={view.owner} action={path} className="flex flex-wrap items-center gap-2">
      {Object.entries(others).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <OwnerSelect owners={owners} chosen={view.owner} />
      <Button type="submit" size="small">
        {t('list.apply')}
      </Button>
    </form>
  )
}
