import { describe, expect, it } from 'vitest'
import { type Kernel, kernelOf, kernelsToWon, lastUsefulMonth } from './kernel'
import type { Lag } from './scenario'

const kernels = (...lags: Lag[]): Kernel[] => lags.map(kernelOf).filter((kernel) => kernel !== null)
const entryToWon = (...lags: Lag[]): Kernel => kernelsToWon(kernels(...lags))[0] ?? { shares: [], places: 0 }

describe('the kernel of a lag', () => {
  it('puts a number on the two months around it', () => {
    expect(kernelOf('0')).toEqual({ shares: [1n], places: 0 })
    expect(kernelOf('2')).toEqual({ shares: [0n, 0n, 1n], places: 0 })
    expect(kernelOf('1.3')).toEqual({ shares: [0n, 7n, 3n], places: 1 })
  })

  it('takes a measured curve as it stands', () => {
    expect(kernelOf(['0.1', '0.65', '0.25'])).toEqual({ shares: [10n, 65n, 25n], places: 2 })
  })

  it.each<[Lag, string]>([
    [['0.1', '0.2', '0.69'], 'a curve short of 1'],
    [['0.7', '0.4', '-0.1'], 'a negative share'],
    [[], 'an empty curve'],
    ['-1', 'a negative number'],
    ['60.1', 'a lag above five years'],
    ['99999999999999999999', 'an endless lag'],
    ['', 'nothing'],
  ])('refuses %j: %s', (lag) => {
    expect(kernelOf(lag)).toBeNull()
  })

  it('adds whole lags up and spreads half months', () => {
    expect(entryToWon('1', '2')).toEqual({ shares: [0n, 0n, 0n, 1n], places: 0 })
    expect(entryToWon('0.5', '0.5')).toEqual({ shares: [25n, 50n, 25n], places: 2 })
  })
})

describe('the last useful month', () => {
  it('is the last month without lag and earlier by the lag', () => {
    expect(lastUsefulMonth(entryToWon('0', '0'))).toBe(11)
    expect(lastUsefulMonth(entryToWon('1', '2'))).toBe(8)
  })

  it('counts a month of which exactly half still arrives', () => {
    expect(lastUsefulMonth(entryToWon('1.5'))).toBe(10)
    expect(lastUsefulMonth(entryToWon('1.6'))).toBe(9)
  })

  it('may lie before the year', () => {
    expect(lastUsefulMonth(entryToWon('12', '3'))).toBe(-4)
  })
})
