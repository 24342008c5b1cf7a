const SPACE = '\u00a0'

/** A share in tenths of a per cent, rounded half up from the exact fraction; null when there is no whole. */
export function percentTenths(part: number, whole: number): number | null {
  if (whole <= 0) return null
  return Number((2000n * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)))
}

/** The same in hundredths of a per cent, for data: 87.88. */
export function percentInData(part: number, whole: number): number | null {
  if (whole <= 0) return null
  return Number((20_000n * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole))) / 100
}

/** "87.9 %", with a space that does not break; "no figure" when there is no whole. */
export function percentOf(part: number, whole: number): string {
  const tenths = percentTenths(part, whole)
  return tenths === null ? 'no figure' : `${(tenths / 10).toFixed(1)}${SPACE}%`
}

/** A target as it was written: "95 %" or "97.5 %". */
export function targetInWords(percent: number): string {
  return `${percent}${SPACE}%`
}
