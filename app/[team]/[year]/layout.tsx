import { requireTeam } from '#server/session'
import { Frame } from '../../frame'
import { frameProps } from '../../frame-props'

/** The frame of a team's screens. It shows; each page guards itself. */
export default async function TeamLayout({ children, params }: LayoutProps<'/[team]/[year]'>) {
  const { team: teamId, year: yearText } = await params
  const { session, team, year } = await requireTeam(teamId, yearText)
  return <Frame {...(await frameProps(session, team, year))}>{children}</Frame>
}
