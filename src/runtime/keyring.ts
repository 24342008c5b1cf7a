import { createHmac, randomBytes } from 'node:crypto'
import type { Database } from '../store/database.ts'
import {
  addKey,
  destroyKeys,
  type KeptKey,
  type KeyOwner,
  keyOfVersion,
  keysAfter,
  keysUnderOtherRoots,
  newestKey,
  retireRoots,
  rewrapKey,
  useRoot,
  type WrappedKey,
} from '../store/keys.ts'
import { NotFound } from './errors.ts'
import type { RootKeys } from './root-key.ts'
import { openBytes, type Place, SealBroken, sealBytes, versionOf } from './sealing.ts'

export type { KeyOwner } from '../store/keys.ts'
export type { Place } from './sealing.ts'

export type Sealed = { readonly place: Place; readonly sealed: Buffer }

/** Seals and opens texts with keys of their owners, which are wrapped by a root key that no database holds. */
export type Keyring = {
  readonly seal: (owner: KeyOwner, place: Place, text: string) => Promise<Buffer>
  /** Throws `SealBroken` where bytes were changed or moved, `NotFound` where the key was destroyed. */
  readonly open: (owner: KeyOwner, place: Place, sealed: Buffer) => Promise<string>
  /** The same for many texts of one owner, whose keys are fetched once. */
  readonly openAll: (owner: KeyOwner, sealed: readonly Sealed[]) => Promise<readonly string[]>
  /**
   * For each text a word that only the owner's key makes again, the same every time; with the key destroyed nobody can say of any text
   * which word was its own. Throws `NotFound` then.
   */
  readonly codes: (owner: KeyOwner, texts: readonly string[]) => Promise<readonly string[]>
  /** From now on nothing sealed for the owner opens. Says how many keys that were. */
  readonly destroy: (owner: KeyOwner, at: string) => Promise<number>
  /**
   * Wraps what an older root key still wraps, until nothing is and the older ones are retired: from then on nobody wraps with them.
   * May be stopped and run again at any point. Says how many keys that were.
   */
  readonly rewrap: () => Promise<number>
  /** The number of the root key that wraps what is new. */
  readonly newestRoot: () => number
  /** Every key as a backup holds it, some at a time: wrapped, or destroyed. */
  readonly kept: () => AsyncGenerator<readonly KeptKey[]>
  /** Whether a wrapped key opens with a root key that is here. */
  readonly canUnwrap: (key: WrappedKey) => boolean
  /**
   * The same short word for the same text, which only this installation can make: to count by it without keeping the text.
   * A new root key gives new words.
   */
  readonly fingerprint: (text: string) => string
}

const KEY_BYTES = 32
const BATCH = 200
const TRIES = 3

/**
 * `readAgain` reads the root keys anew: where a rotation in another process has added one, this one finds out by meeting it, or by
 * not being let in with the old one.
 */
export function openKeyring(keys: Database, first: RootKeys, readAgain: () => RootKeys = () => first): Keyring {
  let roots = first
  const readRootsAgain = () => {
    const found = readAgain()
    // A key read just before it was wrapped anew still opens: what was known stays known.
    roots = { newest: found.newest, byNumber: new Map([...roots.byNumber, ...found.byNumber]) }
  }
  const rootOf = (number: number): Buffer => {
    if (!roots.byNumber.has(number)) readRootsAgain()
    return roots.byNumber.get(number) ?? missingRoot(number)
  }
  const wrap = (it: KeyOwner & { version: number }, key: Buffer): WrappedKey => ({
    organisationId: it.organisationId,
    kind: it.kind,
    id: it.id,
    version: it.version,
    root: roots.newest,
    wrapped: sealBytes(rootOf(roots.newest), roots.newest, wrapContext(it), key),
  })
  const unwrap = (it: WrappedKey): Buffer => {
    if (!it.wrapped) throw new NotFound('This was erased: its key does not exist any more.')
    return openBytes(rootOf(it.root), wrapContext(it), it.wrapped)
  }
  const newest = async (owner: KeyOwner): Promise<WrappedKey> => {
    const fresh = randomBytes(KEY_BYTES)
    for (let tries = 0; tries < TRIES; tries += 1) {
      const found = await newestKey(keys, owner)
      if (found) return found
      // One rotation may follow another between reading the newest root key and using it: then it is read again.
      if (tries > 0 && !(await useNewestRoot())) continue
      await addKey(keys, { ...wrap({ ...owner, version: 1 }, fresh), madeAt: new Date().toISOString() })
    }
    const found = await newestKey(keys, owner)
    if (found) return found
    if (!(await useNewestRoot())) throw olderRoot(roots.newest)
    return missing(owner)
  }
  /** Nothing could be added: the root key this process wraps with is not in use, or not any more. */
  const useNewestRoot = async (): Promise<boolean> => {
    readRootsAgain()
    return useRoot(keys, roots.newest, new Date().toISOString())
  }
  const keyFor = async (owner: KeyOwner, version: number, place: Place): Promise<Buffer> => {
    const key = await keyOfVersion(keys, owner, version)
    if (!key) throw new SealBroken(`there is no key for what is sealed in ${place.table}`)
    return unwrap(key)
  }
  return {
    seal: async (owner, place, text) => {
      const key = await newest(owner)
      return sealBytes(unwrap(key), key.version, placeContext(owner, place), Buffer.from(text, 'utf8'))
    },
    open: async (owner, place, sealed) => {
      const key = await keyFor(owner, versionOf(sealed), place)
      return openBytes(key, placeContext(owner, place), sealed).toString('utf8')
    },
    openAll: async (owner, all) => {
      const known = new Map<number, Buffer>()
      for (const { place, sealed } of all)
        if (!known.has(versionOf(sealed))) known.set(versionOf(sealed), await keyFor(owner, versionOf(sealed), place))
      return all.map(({ place, sealed }) => {
        const key = known.get(versionOf(sealed)) ?? Buffer.alloc(0)
        return openBytes(key, placeContext(owner, place), sealed).toString('utf8')
      })
    },
    codes: async (owner, texts) => {
      // A key of its own, so that no other use of the owner's key ever makes the same bytes.
      const key = createHmac('sha256', unwrap(await newest(owner)))
        .update('alongside codes')
        .digest()
      return texts.map((text) => createHmac('sha256', key).update(text).digest('base64url'))
    },
    destroy: (owner, at) => destroyKeys(keys, owner, at),
    rewrap: async () => {
      await useNewestRoot()
      let done = 0
      for (;;) {
        const batch = await keysUnderOtherRoots(keys, roots.newest, BATCH)
        for (const key of batch) await rewrapKey(keys, wrap(key, unwrap(key)), key.root)
        done += batch.length
        if (batch.length === 0 && (await retireRoots(keys, roots.newest))) return done
      }
    },
    newestRoot: () => roots.newest,
    kept: async function* () {
      for (let page = await keysAfter(keys, null, BATCH); page.length > 0; ) {
        yield page
        page = await keysAfter(keys, page.at(-1) ?? null, BATCH)
      }
    },
    canUnwrap: (key) => {
      try {
        return unwrap(key).length === KEY_BYTES
      } catch (error) {
        if (error instanceof SealBroken) return false
        throw error
      }
    },
    fingerprint: (text) => {
      // A key of its own, so that no other use of the root key ever makes the same bytes.
      const key = createHmac('sha256', rootOf(roots.newest)).update('alongside fingerprint').digest()
      return createHmac('sha256', key).update(text).digest('base64url')
    },
  }
}

function missingRoot(number: number): never {
  throw new SealBroken(`root key ${number} is not here; put it back from your backup`)
}

function olderRoot(number: number): SealBroken {
  return new SealBroken(
    `a newer root key than ${number} is in use; give this process the newest one and start it again`,
  )
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
