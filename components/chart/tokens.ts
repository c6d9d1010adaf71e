'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const NAMES = {
  plan: '--series-plan',
  actual: '--series-actual',
  forecast: '--series-forecast',
  forecastGap: '--series-forecast-gap',
  lastYear: '--series-last',
  grid: '--chart-grid',
  axis: '--chart-axis',
  surface: '--surface',
  bridgeTotal: '--bridge-total',
  bridgeUp: '--bridge-up',
  bridgeDown: '--bridge-down',
  bridgeTiming: '--bridge-timing',
  text: '--text',
  text2: '--text-2',
  text3: '--text-3',
  font: '--font-sans',
} as const

/** The design tokens that a canvas needs, as plain values. */
export type ChartTokens = Readonly<Record<keyof typeof NAMES, string>>

function readTokens(): ChartTokens {
  const style = getComputedStyle(document.documentElement)
  const read = (name: keyof typeof NAMES) => style.getPropertyValue(NAMES[name]).trim()
  return {
    plan: read('plan'),
    actual: read('actual'),
    forecast: read('forecast'),
    forecastGap: read('forecastGap'),
    lastYear: read('lastYear'),
    grid: read('grid'),
    axis: read('axis'),
    surface: read('surface'),
    bridgeTotal: read('bridgeTotal'),
    bridgeUp: read('bridgeUp'),
    bridgeDown: read('bridgeDown'),
    bridgeTiming: read('bridgeTiming'),
    text: read('text'),
    text2: read('text2'),
    text3: read('text3'),
    font: read('font'),
  }
}

/** The tokens of the theme in force; read again when the person or the system changes it. */
export function useChartTokens(): ChartTokens {
  const [tokens, setTokens] = useState(readTokens)
  useEffect(() => {
    // At once: printing waits for nothing.
    const reread = () => flushSync(() => setTokens(readTokens()))
    const attribute = new MutationObserver(reread)
    attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const system = matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', reread)
    return () => {
      attribute.disconnect()
      system.removeEventListener('change', reread)
    }
  }, [])
  return tokens
}
