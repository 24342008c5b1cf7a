import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LETTER_KINDS } from '../../src/model/letter-kinds.ts'

const FOLDER = join(import.meta.dirname, '../../src/store/migrations')

it('the outbox takes every kind of letter that there is, whichever migration said last which', () => {
  const files = readdirSync(FOLDER).sort()
  const said = files.map((file) => readFileSync(join(FOLDER, file), 'utf8')).findLast((it) => it.includes(LISTED)) ?? ''
  const [listed = ''] = said.slice(said.indexOf(LISTED)).split(';')
  expect(Object.keys(LETTER_KINDS).filter((kind) => !listed.includes(`'${kind}'`))).toEqual([])
})

const LISTED = 'add constraint outbox_message_kind_known'
