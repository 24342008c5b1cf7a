import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshKeys } from '../../tests/make/database.ts'
import { openStore } from '../store/database.ts'
import { NotFound } from './errors.ts'
import { type KeyOwner, openKeyring } from './keyring.ts'
import { newRootKey, type RootKeys } from './root-key.ts'
import { SealBroken } from './sealing.ts'

const AT = '2026-11-24T09:00:00Z'
const first: RootKeys = { newest: 1, byNumber: new Map([[1, newRootKey()]]) }
const both: RootKeys = { newest: 2, byNumber: new Map([...first.byNumber, [2, newRootKey()]]) }
const place = (row: string) => ({ table: 'private_note', column: 'sealed', row })
const somebody = (): KeyOwner => ({ organisationId: randomUUID(), kind: 'person', id: randomUUID() })

describe('the keyring', () => {
  let pool: pg.Pool
  beforeAll(async () => {
    pool = await freshKeys()
  })
  const ring = (roots = first) => openKeyring(openStore(pool), roots)

  it('opens for its owner what it sealed', async () => {
    const me = somebody()
    const sealed = await ring().seal(me, place('a'), 'my own words')
    expect(await ring().open(me, place('a'), sealed)).toBe('my own words')
    expect(sealed.includes('my own words')).toBe(false)
  })

  it('a ciphertext put into another row, or read as somebody else’s, fails loudly', async () => {
    const me = somebody()
    const other = { ...somebody(), organisationId: me.organisationId }
    const sealed = await ring().seal(me, place('a'), 'mine')
    await ring().seal(other, place('b'), 'theirs')
    await expect(ring().open(me, place('b'), sealed)).rejects.toThrow(SealBroken)
    await expect(ring().open(other, place('a'), sealed)).rejects.toThrow(SealBroken)
  })

  it('what a destroyed key sealed never opens again, and nothing new is sealed for the erased', async () => {
    const me = somebody()
    const sealed = await ring().seal(me, place('a'), 'mine')
    expect(await ring().destroy(me, AT)).toBe(1)
    await expect(ring().open(me, place('a'), sealed)).rejects.toThrow(NotFound)
    await expect(ring().seal(me, place('a'), 'again')).rejects.toThrow(NotFound)
    const { rows } = await pool.query('select wrapped from wrapped_key where id = $1', [me.id])
    expect(rows).toEqual([{ wrapped: null }])
  })

  it('two who need a first key at once get the same one', async () => {
    const me = somebody()
    const sealed = await Promise.all(['a', 'b', 'c', 'd'].map((row) => ring().seal(me, place(row), row)))
    const opened = await Promise.all(sealed.map((it, at) => ring().open(me, place('abcd'[at] ?? ''), it)))
    expect(opened).toEqual(['a', 'b', 'c', 'd'])
  })

  it('a new root key wraps every key anew; a run that was stopped half-way is finished by the next, and nothing is unreadable', async () => {
    const people = Array.from({ length: 7 }, somebody)
    const sealed = await Promise.all(people.map((it) => ring().seal(it, place('a'), it.id)))
    const one = people[0]
    if (!one) throw new Error('nobody')
    // Half-way: some keys are under the new root already, some still under the old one.
    await ring(both).seal(somebody(), place('z'), 'new')
    expect(
      await Promise.all(people.map((it, at) => ring(both).open(it, place('a'), sealed[at] ?? Buffer.alloc(0)))),
    ).toEqual(people.map((it) => it.id))
    expect(await ring(both).rewrap()).toBeGreaterThanOrEqual(people.length)
    expect(await ring(both).rewrap()).toBe(0)
    const onlyNew: RootKeys = { newest: 2, byNumber: new Map([...both.byNumber].filter(([number]) => number === 2)) }
    expect(
      await Promise.all(people.map((it, at) => ring(onlyNew).open(it, place('a'), sealed[at] ?? Buffer.alloc(0)))),
    ).toEqual(people.map((it) => it.id))
    await expect(ring(first).open(one, place('a'), sealed[0] ?? Buffer.alloc(0))).rejects.toThrow(
      /root key 2 is not here/,
    )
  })

  it('a key moved to another owner’s row in the keys database does not unwrap', async () => {
    const me = somebody()
    const sealed = await ring(both).seal(me, place('a'), 'mine')
    const thief = { ...me, id: randomUUID() }
    await pool.query('update wrapped_key set id = $1 where id = $2', [thief.id, me.id])
    await expect(ring(both).open(thief, place('a'), sealed)).rejects.toThrow(SealBroken)
  })
})
