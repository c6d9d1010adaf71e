import { type AuthContext, authEndpoint } from '#server/auth-endpoint'
import { openRoute } from '#server/open-route'

const handler = openRoute<AuthContext>(authEndpoint)

export { handler as GET, handler as POST }
