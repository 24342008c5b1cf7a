/** Seconds without a sign of life after which whatever made a run is taken to be gone; it gives one every second. */
const SECONDS_OF_PATIENCE = 20

/** Whether a run is still being made: it did not stop, and gave a sign of life lately. Instants as text, `now` included. */
export function isUnderWay(
  it: { readonly beatAt: string; readonly stoppedBecause: string | null },
  now: string,
): boolean {
  return it.stoppedBecause === null && secondsBetween(it.beatAt, now) <= SECONDS_OF_PATIENCE
}

/** Whole seconds from one instant to another, never less than none. */
export function secondsBetween(from: string, until: string): number {
  return Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / 1000))
}
