import { renderToString } from 'preact-render-to-string'
import { decodeQR } from 'qr/decode.js'
import { expect, it } from 'vitest'
import { QrCode } from './qr-code.tsx'

const PIXELS = 4

/** What a camera sees of the drawing: each module as a square of pixels. */
function photographed(svg: string) {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = side * PIXELS
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < PIXELS; dy += 1)
      for (let dx = 0; dx < PIXELS; dx += 1) {
        const at = ((Number(y) * PIXELS + dy) * width + Number(x) * PIXELS + dx) * 4
        data.fill(0, at, at + 3)
      }
  return { width, height: width, data }
}

it('a phone reads from the drawing what was put into it', () => {
  const text = 'otpauth://totp/Northwind%20Health:a@b.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Northwind'
  const svg = renderToString(<QrCode text={text} label="A code" />)
  expect(decodeQR(photographed(svg))).toBe(text)
  expect(svg).toContain('role="img"')
  expect(svg).not.toContain('style=')
})
