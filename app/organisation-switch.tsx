import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button'
import { organisationsOf } from '#db/queries/organisations-of'
import { currentSession } from '#server/session'
import { switchOrganisation } from './organisation'

/** For a person of several organisations who opened an address of another one. */
export async function OrganisationSwitch() {
  const session = await currentSession()
  if (!session) return null
  const others = (await organisationsOf(session.userId)).filter(({ id }) => id !== session.orgId)
  if (others.length === 0) return null
  const t = await getTranslations('common')
  return (
    <section className="grid gap-2">
      <p className="text-read">{t('otherOrganisation')}</p>
      {others.map(({ id, name }) => (
        <form key={id} action={switchOrganisation}>
          <input type="hidden" name="id" value={id} />
          <Button type="submit">{t('switchTo', { name })}</Button>
        </form>
      ))}
    </section>
  )
}
