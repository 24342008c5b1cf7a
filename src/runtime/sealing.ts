import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Where a sealed text stands. It is part of what is sealed: moved to another row, column or organisation it does not open. */
export type Place = { readonly table: string; readonly column: string; readonly row: string }

/** Thrown where sealed bytes do not open: they were changed, moved, or sealed with another key. Never swallowed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

const FORMAT = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 5
/** Texts are padded to whole blocks, so that the length of a short one does not say what it is. */
const BLOCK_BYTES = 64

/** Encrypts with AES-256-GCM: `[format 1][key version 4][iv 12][tag 16][length 4 + text + padding]`. */
export function sealBytes(key: Buffer, version: number, context: readonly string[], plain: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt8(FORMAT, 0)
  head.writeUInt32BE(version, 1)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(associated(head, context))
  const body = Buffer.concat([cipher.update(pad(plain)), cipher.final()])
  return Buffer.concat([head, iv, cipher.getAuthTag(), body])
}

/** The key version a sealed text names; throws `SealBroken` where it is no sealed text. */
export function versionOf(sealed: Buffer): number {
  if (sealed.length < HEAD_BYTES + IV_BYTES + TAG_BYTES || sealed.readUInt8(0) !== FORMAT)
    throw new SealBroken('these bytes are not sealed by Alongside')
  return sealed.readUInt32BE(1)
}

export function openBytes(key: Buffer, context: readonly string[], sealed: Buffer): Buffer {
  versionOf(sealed)
  const head = sealed.subarray(0, HEAD_BYTES)
  const iv = sealed.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES)
  const tag = sealed.subarray(HEAD_BYTES + IV_BYTES, HEAD_BYTES + IV_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(associated(head, context))
  decipher.setAuthTag(tag)
  try {
    return unpad(Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES + IV_BYTES + TAG_BYTES)), decipher.final()]))
  } catch {
    throw new SealBroken(`what is sealed at ${context.slice(1).join(' ')} does not open: it was changed or moved`)
  }
}

/** Each part with its length, so that no two contexts read the same. */
function associated(head: Buffer, context: readonly string[]): Buffer {
  return Buffer.concat([head, ...context.map((part) => Buffer.from(`${Buffer.byteLength(part)}:${part};`))])
}

function pad(plain: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(plain.length)
  const used = length.length + plain.length
  return Buffer.concat([length, plain, Buffer.alloc((BLOCK_BYTES - (used % BLOCK_BYTES)) % BLOCK_BYTES)])
}

function unpad(padded: Buffer): Buffer {
  return padded.subarray(4, 4 + padded.readUInt32BE(0))
}
