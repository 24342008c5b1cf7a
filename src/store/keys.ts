import { sql } from 'kysely'
import { type Database, firstOf, rowsOf } from './database.ts'

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

/** Adds a key; of two who make the first one at once, the earlier stands. */
export async function addKey(keys: Database, key: WrappedKey & { madeAt: string }): Promise<void> {
  await sql`insert into wrapped_key (organisation_id, kind, id, version, root, wrapped, made_at)
    values (${key.organisationId}, ${key.kind}, ${key.id}, ${key.version}, ${key.root}, ${key.wrapped}, ${key.madeAt}::timestamptz)
    on conflict (organisation_id, kind, id, version) do nothing`.execute(keys)
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

/** Destroys every key of an owner: what was sealed with them never opens again, in no backup older than the keys' own. */
export async function destroyKeys(keys: Database, owner: KeyOwner, at: string): Promise<number> {
  const done = await rowsOf(
    keys,
    sql`update wrapped_key set wrapped = null, destroyed_at = ${at}::timestamptz
      where ${owned(owner)} and wrapped is not null returning version`,
  )
  return done.length
}

export function allKeys(keys: Database, limit: number, offset: number) {
  return rowsOf<WrappedKey>(
    keys,
    sql`select ${columns} from wrapped_key where wrapped is not null
      order by organisation_id, kind, id, version limit ${limit} offset ${offset}`,
  )
}
