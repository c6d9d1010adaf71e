import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#server/auth'
import { openRoute } from '#server/open-route'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = openRoute<Context>((request, context) => NextAuth(new NextRequest(request), context, authOptions()))

export { handler as GET, handler as POST }
