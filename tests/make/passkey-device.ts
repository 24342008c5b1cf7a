import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type MakeOptions = {
  readonly challenge: string
  readonly rp: { readonly id?: string }
  readonly user: { readonly id: string }
}
type UseOptions = { readonly challenge: string; readonly rpId?: string }
/** What a device, or somebody between it and us, could say other than the truth. */
export type Lie = {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly unverified?: boolean
  readonly counter?: number
  readonly userHandle?: string
  readonly credentialId?: string
  readonly attestation?: Cbor
  readonly brokenSignature?: boolean
}
export type Cbor = number | string | Buffer | readonly Cbor[] | ReadonlyMap<number | string, Cbor>

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_CREDENTIAL = 0x40

/** A device that holds one passkey, made of Node's own cryptography: it answers as a phone would, or as a thief might. */
export function passkeyDevice(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  let userHandle = ''
  const clientData = (type: string, challenge: string, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        type: lie.type ?? type,
        challenge: lie.challenge ?? challenge,
        origin: lie.origin ?? origin,
        crossOrigin: lie.crossOrigin ?? false,
      }),
    )
  const head = (rpId: string, flags: number, lie: Lie) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lie.counter ?? counter)
    const all = flags | PRESENT | (lie.unverified ? 0 : VERIFIED)
    return Buffer.concat([sha256(Buffer.from(lie.rpId ?? rpId)), Buffer.from([all]), count])
  }
  return {
    id: id.toString('base64url'),
    make: (options: MakeOptions, lie: Lie = {}) => {
      userHandle = options.user.id
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const key = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const credential = Buffer.concat([Buffer.alloc(16), length, id, cbor(key)])
      const authData = Buffer.concat([head(options.rp.id ?? '', WITH_CREDENTIAL, lie), credential])
      const statement = new Map<string, Cbor>([
        ['fmt', lie.attestation ? 'packed' : 'none'],
        ['attStmt', lie.attestation ?? new Map()],
        ['authData', authData],
      ])
      return answerOf(lie.credentialId ?? id.toString('base64url'), {
        clientDataJSON: clientData('webauthn.create', options.challenge, lie).toString('base64url'),
        attestationObject: cbor(statement).toString('base64url'),
        transports: ['internal', 'made-up'],
      })
    },
    use: (options: UseOptions, lie: Lie = {}) => {
      counter += 1
      const data = clientData('webauthn.get', options.challenge, lie)
      const authData = head(options.rpId ?? '', 0, lie)
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey)
      if (lie.brokenSignature) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      return answerOf(lie.credentialId ?? id.toString('base64url'), {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: lie.userHandle ?? userHandle,
      })
    },
  }
}

function answerOf(id: string, response: object): string {
  return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** As much of CBOR (RFC 8949) as passkeys speak. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value])
  if (value instanceof Map)
    return Buffer.concat([cborHead(5, value.size), ...[...value].flatMap(([key, it]) => [cbor(key), cbor(it)])])
  const list = value as readonly Cbor[]
  return Buffer.concat([cborHead(4, list.length), ...list.map(cbor)])
}

function cborHead(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size])
  if (size < 256) return Buffer.from([(kind << 5) | 24, size])
  return Buffer.from([(kind << 5) | 25, size >> 8, size & 255])
}
