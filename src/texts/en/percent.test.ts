import { describe, expect, it } from 'vitest'
import { percentOf, percentTenths } from './percent.ts'

describe('a share on a page', () => {
  it('has one decimal', () => {
    expect(percentOf(29, 33)).toBe('87.9\u00a0%')
    expect(percentOf(32, 32)).toBe('100.0\u00a0%')
  })

  it('is rounded half up from the exact fraction, never from a float', () => {
    expect(percentTenths(1, 2000)).toBe(1)
    expect(percentTenths(1, 2001)).toBe(0)
    expect(percentTenths(201, 2000)).toBe(101)
    expect(percentTenths(1999, 2000)).toBe(1000)
    expect(percentTenths(57, 80)).toBe(713)
  })

  it('is no figure when nobody can be counted', () => {
    expect(percentOf(0, 0)).toBe('no figure')
  })
})
