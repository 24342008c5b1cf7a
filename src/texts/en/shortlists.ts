const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** "first", "second": a place of a shortlist, 1 to 10. */
export function ordinal(place: number): string {
  return ORDINALS[place - 1] ?? `number ${place}`
}
