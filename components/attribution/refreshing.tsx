'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const AFTER = 2500

/** Asks for the page anew while something is on its way into its figures. */
export function Refreshing() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), AFTER)
    return () => clearInterval(timer)
  }, [router])
  return null
}
