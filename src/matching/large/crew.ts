import { kernelIn, type Memory, startKernel } from './kernel.ts'
import type { PriceRows } from './plain-kernel.ts'
import type { Places, Sheet } from './sheet.ts'

/** Words at the beginning of a sheet's memory by which threads tell each other what is to be done. */
const CONTROL = { open: 0, busy: 1, next: 2, until: 3, tiles: 4, passes: 5 } as const
const OVER = -1
/** Rows that a thread takes at a time: whole blocks, so that it does not matter who takes them. */
const ROWS_AT_A_TIME = 1024

/** What another thread needs to help: all of it may be posted there. */
export type Told = { readonly memory: Memory; readonly places: Places }

/** A kernel that others help with, and what sends them home. */
type Crew = { readonly pass: PriceRows; readonly dismiss: () => void }

/**
 * Passes shared with whoever helps: both take rows until none are left, so a helper that is late costs nothing. The one who waits
 * sleeps, and the helper ends with `dismiss`.
 */
export function startCrew(sheet: Sheet, memory: Memory | null): Crew {
  const kernel = startKernel(sheet, memory)
  const control = new Int32Array(sheet.buffer, 0, 16)
  const pass: PriceRows = (from, until, tiles) => {
    if (until - from <= ROWS_AT_A_TIME || !memory) return kernel(from, until, tiles)
    Atomics.store(control, CONTROL.next, from)
    Atomics.store(control, CONTROL.until, until)
    Atomics.store(control, CONTROL.tiles, tiles)
    Atomics.store(control, CONTROL.open, 1)
    Atomics.add(control, CONTROL.passes, 1)
    Atomics.notify(control, CONTROL.passes)
    takeRows(control, kernel)
    Atomics.store(control, CONTROL.open, 0)
    for (let busy = 1; busy !== 0; ) {
      busy = Atomics.load(control, CONTROL.busy)
      if (busy !== 0) Atomics.wait(control, CONTROL.busy, busy)
    }
  }
  const dismiss = () => {
    Atomics.store(control, CONTROL.passes, OVER)
    Atomics.notify(control, CONTROL.passes)
  }
  return { pass, dismiss }
}

/** The other end of `startCrew`, on a thread of its own: helps until it is dismissed. */
export function helpWith({ memory, places }: Told): void {
  const control = new Int32Array(memory.buffer, 0, 16)
  const kernel = kernelIn(places, memory, 1)
  for (let seen = 0; ; ) {
    Atomics.wait(control, CONTROL.passes, seen)
    seen = Atomics.load(control, CONTROL.passes)
    if (seen === OVER) return
    // First said to be busy, then looked whether there is anything: nobody closes a pass while somebody is in it.
    Atomics.add(control, CONTROL.busy, 1)
    if (Atomics.load(control, CONTROL.open) === 1) takeRows(control, kernel)
    Atomics.sub(control, CONTROL.busy, 1)
    Atomics.notify(control, CONTROL.busy)
  }
}

function takeRows(control: Int32Array, kernel: PriceRows): void {
  const until = Atomics.load(control, CONTROL.until)
  const tiles = Atomics.load(control, CONTROL.tiles)
  for (;;) {
    const from = Atomics.add(control, CONTROL.next, ROWS_AT_A_TIME)
    if (from >= until) return
    kernel(from, Math.min(until, from + ROWS_AT_A_TIME), tiles)
  }
}
