import { connection } from 'next/server'

/** What a page costs that does nothing: the mark of `npm run bench`, in no other build (see pageExtensions). */
export default async function BarePage() {
  await connection()
  return <main>Gyakusan</main>
}
