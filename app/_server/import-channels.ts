import { addChannel } from '#db/commands/add-channel'
import type { Session } from '#db/queries/session'
import type { ImportMapping } from '#lib/import/mapping'
import { CREATE } from '#lib/import/values'

/** Makes the channels that the mapping asks for; each value then means the new one. @throws AppError 'forbidden', 'conflict' */
export async function withOwnChannels(session: Session, mapping: ImportMapping): Promise<ImportMapping> {
  const wanted = Object.entries(mapping.values.channel ?? {})
  if (!wanted.some(([, target]) => target.startsWith(CREATE))) return mapping
  const channel: Record<string, string> = {}
  for (const [value, target] of wanted) {
    const name = target.slice(CREATE.length + 1) || value
    channel[value] = target.startsWith(CREATE) ? (await addChannel(session, { name })).channelId : target
  }
  return { ...mapping, values: { ...mapping.values, channel } }
}
