import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { hashOf } from '../../src/runtime/new-id.ts'
import type { Reader } from '../../src/store/fields/field.ts'
import { askAs, CALLERS, everyWay, pathsOf } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { formsOf, type Marker, plantMarkers } from '../make/markers.ts'

/** The hats by which a caller reads; `subject` and `partner` follow from whose row it is. Reviewed by hand. */
const READS_AS: Readonly<Record<CallerName, readonly Reader[]>> = {
  anybody: [],
  colleague: [],
  'mentee of the pair': [],
  'mentor of the pair': [],
  'mentee of another pair': [],
  'mentee of an ended pair': [],
  'manager of the mentee': [],
  coordinator: ['coordinator'],
  'coordinator before the second step': [],
  'coordinator of the season': ['coordinator'],
  'coordinator of another season': ['coordinator'],
  'coordinator in another pair': ['coordinator'],
  'coordinator whose hat has ended': [],
  'lent coordinator': ['coordinator'],
  reviewer: ['reviewer'],
  'people team': ['people-team'],
  'named contact': ['named-contact'],
  deputy: ['named-contact'],
  auditor: ['auditor'],
  owner: ['owner'],
  leaver: [],
  'token of a coordinator': ['coordinator'],
  'token of a colleague': [],
  'token of another organisation': [],
  'directory service': [],
}

type Leak = { readonly caller: CallerName; readonly path: string; readonly field: string }

describe('what is sensitive turns up nowhere it may not', () => {
  let all: Everybody
  let markers: readonly Marker[]
  let partners: Map<string, ReadonlySet<string>>
  let personOf: Map<CallerName, string>
  let contacts: ReadonlySet<string>
  let participants: ReadonlySet<string>
  const printed: string[] = []
  const leaks: Leak[] = []
  let bytes = 0
  let seen = 0

  beforeAll(async () => {
    all = await everybody()
    const { pool } = all.installation
    const ask = askAs(all)
    await ask('mentee of the pair', 'POST', '/seasons/women-2021/questions', { words: 'A question' })
    markers = await plantMarkers(pool)
    partners = await partnersIn(pool)
    personOf = await peopleBehind(all)
    const worn = await pool.query("select person_id from hat where hat = 'named-contact'")
    contacts = new Set(worn.rows.map((row) => row.person_id))
    const applied = await pool.query('select person_id from application')
    participants = new Set(applied.rows.map((row) => row.person_id))
    for (const name of ['log', 'error', 'warn', 'info'] as const)
      vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words.map(String).join(' ')))
    for (const way of everyWay().filter((it) => it.method === 'GET'))
      for (const path of pathsOf(way, all))
        for (const caller of CALLERS) {
          const answer = await ask(caller, 'GET', path)
          const text = `${answer.headers}\n${answer.body}`
          bytes += text.length
          for (const marker of markersIn(text, markers)) {
            seen += 1
            if (!mayRead(caller, marker)) leaks.push({ caller, path, field: `${marker.table}.${marker.column}` })
          }
        }
    vi.restoreAllMocks()
  }, 240_000)

  function mayRead(caller: CallerName, marker: Marker): boolean {
    const { readers } = marker.entry
    const me = personOf.get(caller)
    if (readers.some((reader) => reader === 'public' || READS_AS[caller].includes(reader))) return true
    if (!me) return false
    if (readers.includes('participant') && participants.has(me)) return true
    // Whoever writes to the named contact is told who that is.
    if (marker.table === 'person' && marker.column === 'name' && marker.subjects.some((it) => contacts.has(it)))
      return true
    if (readers.includes('subject') && marker.subjects.includes(me)) return true
    return readers.includes('partner') && marker.subjects.some((subject) => partners.get(me)?.has(subject))
  }

  it('there is a word in every kind of sensitive field, and the crawl has met some of them', () => {
    expect(new Set(markers.map((it) => `${it.table}.${it.column}`)).size).toBeGreaterThan(12)
    expect(bytes).toBeGreaterThan(500_000)
    expect(seen).toBeGreaterThan(50)
  })

  it('no page and no answer of the API shows anybody a word that they may not read', () => {
    expect([...new Set(leaks.map((it) => `${it.caller}: ${it.path} shows ${it.field}`))]).toEqual([])
  })

  it('nothing of it is printed, and no file of the data folder holds it', () => {
    expect(markersIn(printed.join('\n'), markers).map((it) => `${it.table}.${it.column}`)).toEqual([])
    const files = textsIn(all.installation.config.dataFolder)
    const letters = (path: string) => path.includes('/letters/')
    const elsewhere = files.filter((it) => !letters(it.path)).map((it) => it.text)
    expect(markersIn(elsewhere.join('\n'), markers)).toEqual([])
  })

  it('the harness finds a planted leak, plain, in hex and in base64', () => {
    const marker = markers.find((it) => it.table === 'application' && it.column === 'about')
    if (!marker) throw new Error('no application text')
    for (const text of formsOf(marker.word)) expect(markersIn(`{"x":"${text}"}`, markers)).toContain(marker)
    const shifted = Buffer.from(`abcde${marker.word}xyz`).toString('base64')
    expect(markersIn(shifted, markers)).toContain(marker)
    expect(mayRead('people team', marker)).toBe(false)
    expect(mayRead('coordinator', marker)).toBe(true)
  })
})

describe('what somebody confides', () => {
  const WORDS = { note: 'wordofanote', report: 'wordofareport', asked: 'wordofarequest', answer: 'wordofananswer' }
  let all: Everybody
  const printed: string[] = []

  beforeAll(async () => {
    all = await everybody()
    const ask = askAs(all)
    const idIn = async (table: string) => (await all.installation.pool.query(`select id from ${table}`)).rows[0].id
    for (const name of ['log', 'error', 'warn', 'info'] as const)
      vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words.map(String).join(' ')))
    const notes = `/pairs/${all.ids.pair}/notes`
    const send = async (caller: CallerName, path: string, form: Record<string, string>, status = 303) =>
      expect((await ask(caller, 'POST', path, form)).status, `${caller} at ${path}`).toBe(status)
    await send('mentee of the pair', notes, { text: WORDS.note })
    await send('mentee of the pair', notes, { text: WORDS.note.repeat(2000) }, 422)
    await send('mentee of another pair', notes, { text: WORDS.note }, 404)
    await send('mentee of the pair', `/pairs/${all.ids.pair}/report`, { words: WORDS.report })
    await send('mentee of another pair', `/pairs/${all.ids.pair}/report`, { words: WORDS.report }, 404)
    const opened = await ask('named contact', 'GET', `/reports/${await idIn('report')}`)
    expect(opened.body).toContain(WORDS.report)
    await send('mentee of the pair', '/me/look-again/women-2021', { words: WORDS.asked })
    const request = `/look-again/${await idIn('look_again')}`
    await send('owner', request, { answer: WORDS.answer }, 404)
    await send('coordinator', request, { answer: WORDS.answer })
    vi.restoreAllMocks()
  })

  it('stands in the database where its own table holds it and nowhere else, not even in the audit', async () => {
    const { pool } = all.installation
    const { rows: tables } = await pool.query("select tablename as name from pg_tables where schemaname = 'public'")
    const found: Record<string, readonly string[]> = {}
    for (const [what, word] of Object.entries(WORDS)) {
      const held: string[] = []
      for (const { name } of tables) {
        const { rows } = await pool.query(`select t::text as it from "${name}" t`)
        if (rows.some((row) => formsOf(word).some((form) => row.it.includes(form)))) held.push(name)
      }
      found[what] = held.sort()
    }
    expect(found).toEqual({ note: [], report: [], asked: ['look_again'], answer: ['look_again', 'outbox_message'] })
  })

  it('is printed nowhere, also where it was refused', () => {
    for (const [what, word] of Object.entries(WORDS)) expect(printed.join('\n'), what).not.toContain(word)
    const files = textsIn(all.installation.config.dataFolder).filter((it) => !it.path.includes('/letters/'))
    for (const [what, word] of Object.entries(WORDS))
      expect(files.map((it) => it.text).join('\n'), what).not.toContain(word)
  })
})

function markersIn(text: string, markers: readonly Marker[]): readonly Marker[] {
  if (!/mk[0-9a-f]{32}/.test(text) && !/[A-Za-z0-9+/]{36,}/.test(text)) return []
  return markers.filter((marker) => formsOf(marker.word).some((form) => text.includes(form)))
}

async function partnersIn(pool: Everybody['installation']['pool']) {
  const { rows } = await pool.query<{ mentor_id: string; mentee_id: string }>('select mentor_id, mentee_id from pair')
  const found = new Map<string, Set<string>>()
  const add = (one: string, other: string) => found.set(one, (found.get(one) ?? new Set()).add(other))
  for (const { mentor_id, mentee_id } of rows) {
    add(mentor_id, mentee_id)
    add(mentee_id, mentor_id)
  }
  return found
}

/** The person behind each cookie, by the sign-in it opens. */
async function peopleBehind({ installation, callers }: Everybody): Promise<Map<CallerName, string>> {
  const found = new Map<CallerName, string>()
  for (const name of CALLERS) {
    const { cookie, authorization } = callers[name].headers
    const secret = cookie?.split('=')[1] ?? authorization?.replace('Bearer ', '') ?? ''
    const { rows } = await installation.pool.query(
      'select person_id from sign_in where hash = $1 union select person_id from api_token where hash = $1',
      [hashOf(secret)],
    )
    if (rows[0]) found.set(name, rows[0].person_id)
  }
  return found
}

function textsIn(folder: string): readonly { path: string; text: string }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return textsIn(path)
    return [{ path, text: readFileSync(path, 'latin1') }]
  })
}
