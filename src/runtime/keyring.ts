import { randomBytes } from 'node:crypto'
import type { Database } from '../store/database.ts'
import {
  addKey,
  destroyKeys,
  type KeyOwner,
  keyOfVersion,
  keysUnderOtherRoots,
  newestKey,
  rewrapKey,
  type WrappedKey,
} from '../store/keys.ts'
import { NotFound } from './errors.ts'
import type { RootKeys } from './root-key.ts'
import { openBytes, type Place, SealBroken, sealBytes, versionOf } from './sealing.ts'

export type { KeyOwner } from '../store/keys.ts'
export type { Place } from './sealing.ts'

/** Seals and opens texts with keys of their owners, which are wrapped by a root key that no database holds. */
export type Keyring = {
  readonly seal: (owner: KeyOwner, place: Place, text: string) => Promise<Buffer>
  /** Throws `SealBroken` where bytes were changed or moved, `NotFound` where the key was destroyed. */
  readonly open: (owner: KeyOwner, place: Place, sealed: Buffer) => Promise<string>
  /** From now on nothing sealed for the owner opens. Says how many keys that were. */
  readonly destroy: (owner: KeyOwner, at: string) => Promise<number>
  /** Wraps what an older root key still wraps; may be stopped and run again at any point. Says how many. */
  readonly rewrap: () => Promise<number>
}

const KEY_BYTES = 32
const BATCH = 200

export function openKeyring(keys: Database, roots: RootKeys): Keyring {
  const wrap = (it: KeyOwner & { version: number }, key: Buffer): WrappedKey => ({
    organisationId: it.organisationId,
    kind: it.kind,
    id: it.id,
    version: it.version,
    root: roots.newest,
    wrapped: sealBytes(rootOf(roots, roots.newest), roots.newest, wrapContext(it), key),
  })
  const unwrap = (it: WrappedKey): Buffer => {
    if (!it.wrapped) throw new NotFound('This was erased: its key does not exist any more.')
    return openBytes(rootOf(roots, it.root), wrapContext(it), it.wrapped)
  }
  const newest = async (owner: KeyOwner): Promise<WrappedKey> => {
    const found = await newestKey(keys, owner)
    if (found) return found
    await addKey(keys, { ...wrap({ ...owner, version: 1 }, randomBytes(KEY_BYTES)), madeAt: new Date().toISOString() })
    return (await newestKey(keys, owner)) ?? missing(owner)
  }
  return {
    seal: async (owner, place, text) => {
      const key = await newest(owner)
      return sealBytes(unwrap(key), key.version, placeContext(owner, place), Buffer.from(text, 'utf8'))
    },
    open: async (owner, place, sealed) => {
      const key = await keyOfVersion(keys, owner, versionOf(sealed))
      if (!key) throw new SealBroken(`there is no key for what is sealed in ${place.table}`)
      return openBytes(unwrap(key), placeContext(owner, place), sealed).toString('utf8')
    },
    destroy: (owner, at) => destroyKeys(keys, owner, at),
    rewrap: async () => {
      let done = 0
      for (;;) {
        const batch = await keysUnderOtherRoots(keys, roots.newest, BATCH)
        if (batch.length === 0) return done
        for (const key of batch) await rewrapKey(keys, wrap(key, unwrap(key)), key.root)
        done += batch.length
      }
    },
  }
}

function rootOf(roots: RootKeys, number: number): Buffer {
  return roots.byNumber.get(number) ?? missingRoot(number)
}

function missingRoot(number: number): never {
  throw new SealBroken(`root key ${number} is not here; put it back from your backup`)
}

function missing(owner: KeyOwner): never {
  throw new Error(`no key could be made for a ${owner.kind}`)
}

function placeContext(owner: KeyOwner, place: Place): readonly string[] {
  return [owner.organisationId, place.table, place.column, place.row, owner.kind, owner.id]
}

function wrapContext(it: KeyOwner & { readonly version: number }): readonly string[] {
  return [it.organisationId, 'wrapped_key', it.kind, it.id, String(it.version)]
}
