import { describe, expect, it } from 'vitest'
import { inWords, readFolder } from './read-source.ts'
import { sqlFaults } from './sql-faults.ts'
import { itemsOf, statementsOf } from './statements.ts'

const FILES = readFolder('src/store', /(?<!\.test)\.(ts|sql)$/)

describe('the tables can be spread over several machines by organisation', () => {
  it('all our SQL is read', () => {
    const statements = FILES.flatMap(statementsOf)
    expect(statements.length).toBeGreaterThan(100)
    expect(new Set(statements.flatMap(itemsOf).map((item) => item.table)).size).toBeGreaterThan(20)
    const verbs = FILES.filter((file) => /\.ts$/.test(file.path) && /\bsql`/.test(file.text))
    for (const file of verbs)
      expect(statementsOf(file).length).toBe(file.text.match(/\bsql(<.*>)?(\.raw\()?`/g)?.length)
  })

  it('nothing in it is what Citus refuses', () => {
    expect(inWords(sqlFaults(FILES))).toEqual([])
  })
})

const MIGRATION = 'src/store/migrations/0009-planted.sql'
const NOTE = `create table note (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  primary key (organisation_id, id)
);
`
const withNote = (text: string) => sqlFaults([{ path: MIGRATION, text: `${NOTE}--;;\n${text}` }])
const inStore = (text: string) =>
  sqlFaults([
    { path: MIGRATION, text: `${NOTE}--;;\n${NOTE.replace('table note', 'table page')}` },
    { path: 'src/store/notes.ts', text: `\nconst it = sql\`${text}\`\n` },
  ])

describe('a planted fault in a migration is named with its file and line', () => {
  const planted: readonly [title: string, text: string, line: number, says: RegExp][] = [
    [
      'a unique index without the organisation',
      'create unique index note_once on note (id);',
      7,
      /unique index of note/,
    ],
    ['a unique column', 'alter table note add column code text unique;', 7, /unique of note/],
    ['a unique constraint', 'alter table note\n  add constraint note_one unique (id, code);', 8, /unique of note/],
    ['a table with a key of its own', 'create table page (\n  id uuid primary key\n);', 8, /primary key of page/],
    [
      'a key the organisation does not lead',
      'create table page (\n  organisation_id uuid,\n  id uuid,\n  primary key (id, organisation_id)\n);',
      10,
      /does not begin/,
    ],
    ['a table without a key', '\ncreate table page (\n  organisation_id uuid\n);', 8, /no primary key/],
    [
      'a foreign key on the id alone',
      'alter table note add column page_id uuid references page (id);',
      7,
      /foreign key of note to page/,
    ],
    [
      'a foreign key with crossed columns',
      'alter table note add constraint note_page foreign key (organisation_id, page_id) references page (id, organisation_id);',
      7,
      /foreign key/,
    ],
    [
      'a key set to null',
      'alter table note add constraint note_page foreign key (organisation_id, page_id)\n references page (organisation_id, id) on delete set null;',
      8,
      /sets a key to null/,
    ],
    ['a trigger', 'create trigger note_seen after insert on note execute function f();', 7, /trigger/],
    ['a deferred constraint', 'alter table note add constraint note_n check (n > 0)\ndeferrable;', 8, /defers/],
    [
      'a default that asks for the time',
      'alter table note\n\nadd column at timestamptz default now();',
      9,
      /time or dice: now\(/,
    ],
    ['a name as long as a sentence', `create index ${'a'.repeat(51)} on note (organisation_id);`, 7, /51 characters/],
    [
      'a name that nobody gave and that grows too long',
      `alter table note add column ${'a'.repeat(50)} text unique;`,
      7,
      /./,
    ],
    ['a name like a shard', 'create index note_2 on note (organisation_id);', 7, /number of a shard/],
    ['two statements in one block', 'drop index a;\ndrop index b;', 8, /second statement/],
  ]
  for (const [title, text, line, says] of planted)
    it(title, () => {
      expect(withNote(text)[0]).toEqual({ path: MIGRATION, line, says: expect.stringMatching(says) })
    })
})

describe('a planted fault in the store is named with its file and line', () => {
  const planted: readonly [title: string, text: string, line: number, says: RegExp][] = [
    [
      'a join on the id alone',
      'select 1 from note n\n  join page p on p.id = n.page_id\n  where n.organisation_id = $1',
      3,
      /joins page/,
    ],
    ['a join that names one side', 'select 1 from page join note on organisation_id = id', 2, /joins note/],
    [
      'a left join on the id alone',
      'select 1 from note n left join page p on p.id = n.page_id and p.organisation_id = $1',
      2,
      /joins page/,
    ],
    ['two tables by a comma', 'select 1 from note n, page p where p.id = n.page_id', 2, /note and page/],
    [
      'an update from another table',
      'update note n set seen = true\n  from page p where p.id = n.page_id',
      2,
      /note and page/,
    ],
    ['a lock over all organisations', 'select 1 from note\n  where id = $1 for update', 3, /locks rows/],
    ['the database as a clock', 'update note set seen_at = now() where organisation_id = $1', 2, /time or dice/],
    ['the day of the database', 'select 1 from note where on_day = current_date', 2, /current_date/],
    ['ids from the database', 'insert into note (id) values (gen_random_uuid())', 2, /gen_random_uuid/],
    ['a merge', 'merge into note using page on true when matched then do nothing', 2, /merges/],
    ['a row that changes hands', 'update note set n = 1, organisation_id = $1', 2, /another organisation/],
    ['a lock of the session', 'select pg_advisory_lock(1)', 2, /lock of the session/],
    ['a lock outside of migrations', 'select pg_advisory_xact_lock(1)', 2, /advisory lock/],
    ['a setting that does not travel', "select set_config('a', 'b', true)", 2, /set_config/],
    ['a setting that outlives its transaction', 'set role somebody', 2, /set local/],
  ]
  for (const [title, text, line, says] of planted)
    it(title, () => {
      expect(inStore(text)[0]).toEqual({ path: 'src/store/notes.ts', line, says: expect.stringMatching(says) })
    })

  it('what Citus takes is let through', () => {
    const fine = [
      'select 1 from organisation left join note on organisation_id = id limit 1',
      'select 1 from organisation o left join note n on n.organisation_id = o.id limit 1',
      'select 1 from note n join page p on p.organisation_id = n.organisation_id and p.id = n.page_id where n.organisation_id = $1',
      "select 'now() and current_date' from note where organisation_id = $1 for update",
      'select 1 from note n left join lateral (select 1 from page p where p.organisation_id = n.organisation_id) l on true where n.organisation_id = $1',
      'update note n set seen = true from jsonb_to_recordset($1) as r(id uuid) where n.organisation_id = $1 and n.id = r.id',
    ]
    for (const text of fine) expect(inStore(text)).toEqual([])
    const record = 'select pg_advisory_xact_lock(1)'
    expect(sqlFaults([{ path: 'src/store/migrate.ts', text: `client.query('${record}')` }])).toEqual([])
  })
})
