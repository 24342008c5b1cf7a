import { KERNEL } from './kernel-bytes.ts'
import { type PriceRows, plainKernel } from './plain-kernel.ts'
import { type Allot, MOST_FOUND, type Places, ROOM, type Sheet, TILE, tilesOf } from './sheet.ts'

/** The little of WebAssembly that is used here; the pure homes know no platform. */
type Platform = {
  readonly Memory: new (size: {
    initial: number
    maximum: number
    shared: boolean
  }) => { readonly buffer: ArrayBufferLike }
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> }
}
/** A memory that threads may share. */
export type Memory = InstanceType<Platform['Memory']>
type Exported = (...numbers: number[]) => void

const PAGE = 65_536
/** What `KERNEL` was built to accept. */
const MOST_PAGES = 65_536

/** One memory for a sheet, and what makes it. Threads share the memory itself. */
export type Room = { memory: Memory | null; readonly allot: Allot }

function platform(): Platform | null {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: Platform }
  return typeof SharedArrayBuffer === 'function' && WebAssembly ? WebAssembly : null
}

/** Where a sheet is to lie: in a memory of WebAssembly where there is one, else in plain shared bytes. */
export function makeRoom(): Room {
  const wasm = platform()
  const room: Room = {
    memory: null,
    allot: (bytes) => {
      if (!wasm) return new ArrayBuffer(bytes)
      const pages = Math.ceil(bytes / PAGE)
      if (pages > MOST_PAGES) throw new RangeError(`A run whose lines take ${pages} pages of 64 kB is too large.`)
      room.memory = new wasm.Memory({ initial: pages, maximum: MOST_PAGES, shared: true })
      return room.memory.buffer
    },
  }
  return room
}

/** The kernel over a sheet, sixteen pairs at a time; its plain twin where this machine cannot. */
export function startKernel(sheet: Sheet, memory: Memory | null): PriceRows {
  return memory ? kernelIn(sheet, memory, 0) : plainKernel(sheet)
}

/** The kernel of one of the threads that share a memory, numbered from 0. */
export function kernelIn(sheet: Places, memory: Memory, thread: number): PriceRows {
  const wasm = platform()
  if (!wasm) throw new RangeError('This machine has no WebAssembly with shared memory.')
  const module = new wasm.Module(bytesOf(KERNEL))
  const { priceRows } = new wasm.Instance(module, { env: { memory } }).exports
  const run = priceRows as Exported
  const { rowsAt, foundAt, oversAt, roomAt } = sheet
  const room = roomAt + thread * ROOM
  const all = tilesOf(sheet)
  return (from, until, tiles) => run(rowsAt, from, until, all, TILE, tiles, foundAt, oversAt, MOST_FOUND, room)
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function bytesOf(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (const digit of digits) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = (bits >> held) & 0xff
    }
  }
  return bytes
}
