import { readFileSync, writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'
import { expect, it } from 'vitest'
import { KERNEL } from './kernel-bytes.ts'

const FLAGS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--enable', 'threads', '--importMemory'],
  ...['--noExportMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536', '-o', 'kernel.wasm'],
]

it('the bytes of the kernel are what its source builds to (UPDATE=1 writes them)', async () => {
  const source = readFileSync(new URL('kernel.as', import.meta.url), 'utf8')
  let built: Uint8Array = new Uint8Array()
  const { error, stderr } = await asc.main(['kernel.ts', ...FLAGS], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (_name, contents) => {
      built = contents as Uint8Array
    },
    listFiles: () => [],
  })
  expect(error, stderr.toString()).toBeNull()
  const text = Buffer.from(built).toString('base64')
  if (process.env.UPDATE === '1') {
    const lines = (text.match(/.{1,110}/g) ?? []).map((line) => `  '${line}'`).join(' +\n')
    const says = '/** kernel.as as a WebAssembly module, in base 64. Written by the test beside it: `UPDATE=1`. */'
    writeFileSync(new URL('kernel-bytes.ts', import.meta.url), `${says}\nexport const KERNEL =\n${lines}\n`)
  } else expect(KERNEL).toBe(text)
})
