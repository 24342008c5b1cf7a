/** Where time comes from: the machine, or the demo's stored clock. */
export type Clock = { readonly now: () => string }

export const machineClock: Clock = { now: () => new Date().toISOString() }

export function stoppedClock(instant: string): Clock {
  return { now: () => instant }
}
