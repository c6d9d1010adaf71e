import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMonth } from '#lib/format'
import { Card } from '../ui/card'
import { Chip, type ChipTone } from '../ui/chip'
import { TextLink } from '../ui/text-link'
import type { CardProps } from './overview-props'
import { openTasks, type Task } from './tasks'
import { useTaskWords } from './use-task-words'

/** How many tasks are listed before the rest is counted. */
const LISTED = 5

const TONE: Record<Task['kind'], ChipTone> = {
  approve: 'accent',
  activate: 'accent',
  waiting: 'neutral',
  missing: 'watch',
  close: 'neutral',
  uncovered: 'watch',
  campaign: 'neutral',
}

/** What waits for somebody, in the order of the role, each with the way there. */
export function TasksCard(props: CardProps) {
  const { ledger, style } = props
  const t = useTranslations('overview')
  const tasks = openTasks(props)
  const finished = ledger.year.months[ledger.finishedThrough]
  if (tasks.length === 0) {
    return (
      <Card className="order-6 flex-1" title={t('tasks.title')}>
        <p className="text-text-2">
          {finished === undefined
            ? t('tasks.noneYet')
            : t('tasks.none', { month: formatMonth(finished, style.locale) })}
        </p>
      </Card>
    )
  }
  return (
    <Card flush className="order-6 flex-1" title={t('tasks.title')} hint={t('tasks.count', { count: tasks.length })}>
      <ul className="pb-1" aria-label={t('tasks.title')}>
        {tasks.slice(0, LISTED).map((task) => (
          <Item key={task.key} task={task} {...props} />
        ))}
      </ul>
      {tasks.length > LISTED && (
        <p className="border-t px-4 py-1.5 text-small text-text-3">
          {t('tasks.more', { count: tasks.length - LISTED })}
        </p>
      )}
    </Card>
  )
}

function Item({ task, ...props }: CardProps & { readonly task: Task }): ReactNode {
  const t = useTranslations('overview')
  const { href, title, note } = useTaskWords(task, props)
  const team = task.teamId === props.teamId ? undefined : props.links.teams[task.teamId]
  return (
    <li className="flex min-h-7.5 items-center gap-3 border-t px-4 py-1 text-small">
      <span className="w-18 shrink-0">
        <Chip tone={TONE[task.kind]} small>
          {t(`tasks.kinds.${task.kind}`)}
        </Chip>
      </span>
      <span className="min-w-0 flex-1 truncate max-tablet:whitespace-normal" title={note ?? undefined}>
        {team && <span className="mr-2 text-text-2">{team.name}</span>}
        {href === undefined ? title : <TextLink href={href}>{title}</TextLink>}
        {note !== null && <span className="ml-2 text-text-3">{note}</span>}
      </span>
    </li>
  )
}
