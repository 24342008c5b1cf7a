import { sql } from 'kysely'
import { asRecords, type Database, firstOf, rowsOf } from './database.ts'

export type KeyKind = 'organisation' | 'person' | 'pair' | 'survey'
/** Whose key it is. */
export type KeyOwner = { readonly organisationId: string; readonly kind: KeyKind; readonly id: string }
export type WrappedKey = {
  readonly organisationId: string
  readonly kind: KeyKind
  readonly id: string
  readonly version: number
  readonly root: number
  readonly wrapped: Buffer | null
}

const columns = sql`organisation_id as "organisationId", kind, id, version, root, wrapped`

const owned = (owner: KeyOwner) =>
  sql`organisation_id = ${owner.organisationId} and kind = ${owner.kind} and id = ${owner.id}`

/** The newest key of an owner, destroyed ones too. */
export function newestKey(keys: Database, owner: KeyOwner) {
  return firstOf<WrappedKey>(
    keys,
    sql`select ${columns} from wrapped_key where ${owned(owner)} order by version desc limit 1`,
  )
}

export function keyOfVersion(keys: Database, owner: KeyOwner, version: number) {
  return firstOf<WrappedKey>(
    keys,
    sql`select ${columns} from wrapped_key where ${owned(owner)} and version = ${version}`,
  )
}

/**
 * Adds a key; of two who make the first one at once, the earlier stands. Nothing is added under a root key that is not the newest in
 * use, so that a rotation comes to an end; whoever retires one waits for this, and this for them.
 */
export async function addKey(keys: Database, key: WrappedKey & { madeAt: string }): Promise<void> {
  await sql`insert into wrapped_key (organisation_id, kind, id, version, root, wrapped, made_at)
    select ${key.organisationId}::uuid, ${key.kind}, ${key.id}::uuid, ${key.version}::integer, r.number, ${key.wrapped}::bytea,
      ${key.madeAt}::timestamptz from root_key r where r.number = ${key.root}
        and not exists (select 1 from root_key n where n.number > r.number) for share of r
    on conflict (organisation_id, kind, id, version) do nothing`.execute(keys)
}

/** Writes down that a root key is in use, unless a newer one is. Says whether it is the newest. */
export async function useRoot(keys: Database, number: number, at: string): Promise<boolean> {
  await sql`insert into root_key (number, made_at) select ${number}::integer, ${at}::timestamptz
    where not exists (select 1 from root_key where number > ${number}) on conflict (number) do nothing`.execute(keys)
  const newest = await firstOf<{ number: number }>(keys, sql`select max(number) as number from root_key`)
  return newest?.number === number
}

/** Retires the root keys before this one if no key is wrapped by them any more. Says whether they are retired. */
export function retireRoots(keys: Database, newest: number): Promise<boolean> {
  return keys.transaction().execute(async (tx) => {
    await sql`select number from root_key where number < ${newest} for update`.execute(tx)
    if ((await keysUnderOtherRoots(tx, newest, 1)).length > 0) return false
    await sql`delete from root_key where number < ${newest}`.execute(tx)
    return true
  })
}

/** Keys wrapped by another root key than this, a page at a time. */
export function keysUnderOtherRoots(keys: Database, root: number, limit: number) {
  return rowsOf<WrappedKey>(
    keys,
    sql`select ${columns} from wrapped_key where root <> ${root} and wrapped is not null
      order by organisation_id, kind, id, version limit ${limit}`,
  )
}

/** Puts a newly wrapped key in the place of the same key, unless somebody was quicker. */
export async function rewrapKey(keys: Database, key: WrappedKey, before: number): Promise<void> {
  await sql`update wrapped_key set wrapped = ${key.wrapped}, root = ${key.root}
    where ${owned(key)} and version = ${key.version} and root = ${before} and wrapped is not null`.execute(keys)
}

/**
 * Destroys every key of an owner: what was sealed with them never opens again, in no backup older than the keys' own. Where there
 * was none a destroyed one is left, so that a restore knows of it too.
 */
export async function destroyKeys(keys: Database, owner: KeyOwner, at: string): Promise<number> {
  const done = await rowsOf(
    keys,
    sql`update wrapped_key set wrapped = null, destroyed_at = ${at}::timestamptz
      where ${owned(owner)} and wrapped is not null returning version`,
  )
  await sql`insert into wrapped_key (organisation_id, kind, id, version, root, wrapped, made_at, destroyed_at)
    values (${owner.organisationId}, ${owner.kind}, ${owner.id}, 1, 0, null, ${at}::timestamptz, ${at}::timestamptz)
    on conflict (organisation_id, kind, id, version) do nothing`.execute(keys)
  return done.length
}

/** A key as its backup holds it: still wrapped, or destroyed. */
export type KeptKey = {
  readonly organisationId: string
  readonly kind: KeyKind
  readonly id: string
  readonly version: number
  readonly root: number
  /** Base64; null where it was destroyed. */
  readonly wrapped: string | null
  readonly madeAt: string
  readonly destroyedAt: string | null
}

type Place = Pick<KeptKey, 'organisationId' | 'kind' | 'id' | 'version'>

/** A page of all keys, the destroyed ones too, after a place in their order. */
export function keysAfter(keys: Database, after: Place | null, limit: number) {
  const { organisationId, kind, id, version } = after ?? FIRST
  return rowsOf<KeptKey>(
    keys,
    sql`select organisation_id as "organisationId", kind, id, version, root, encode(wrapped, 'base64') as wrapped,
        to_json(made_at) #>> '{}' as "madeAt", to_json(destroyed_at) #>> '{}' as "destroyedAt" from wrapped_key
      where (organisation_id, kind, id, version) > (${organisationId}::uuid, ${kind}, ${id}::uuid, ${version}::integer)
      order by organisation_id, kind, id, version limit ${limit}`,
  )
}

const NO_ID = '00000000-0000-0000-0000-000000000000'
const FIRST = { organisationId: NO_ID, kind: '', id: NO_ID, version: 0 }

/** Puts keys of a backup where they were; one that is there already stays, so it may be run again. */
export async function putKeysBack(keys: Database, kept: readonly KeptKey[]): Promise<void> {
  await sql`insert into wrapped_key (organisation_id, kind, id, version, root, wrapped, made_at, destroyed_at)
    select "organisationId", kind, id, version, root, decode(wrapped, 'base64'), "madeAt", "destroyedAt"
    from jsonb_to_recordset(${asRecords(kept)}) as r("organisationId" uuid, kind text, id uuid, version integer, root integer,
      wrapped text, "madeAt" timestamptz, "destroyedAt" timestamptz)
    on conflict (organisation_id, kind, id, version) do nothing`.execute(keys)
}

export async function anyKey(keys: Database): Promise<boolean> {
  return (await firstOf(keys, sql`select 1 as is_there from wrapped_key limit 1`)) !== undefined
}
