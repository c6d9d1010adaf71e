import { redirect } from 'next/navigation'
import { fiscalYearOf, monthOf } from '#lib/month'
import { requireSession } from '#server/session'
import { today } from '#server/today'

/** The front door: the person's first team in the running fiscal year. */
export default async function FrontDoor() {
  const { org, teams } = await requireSession()
  const year = fiscalYearOf(monthOf(today(org.timeZone)), org.fiscalStart).year
  redirect(teams[0] ? `/${teams[0].id}/${year}/overview` : '/settings')
}
