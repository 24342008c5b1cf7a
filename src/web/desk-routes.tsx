import { z } from 'zod'
import { type PairsAsked, SORTS, STANDINGS, seePairs } from '../desk/screens/pairs.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { stateInWords } from '../texts/en/results.ts'
import { asDownload } from './as-download.ts'
import { PairsPage } from './coordinator/desk/pairs-page.tsx'
import { inSeason } from './in-season.tsx'
import { type Route, route, type Visit } from './route.ts'

const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const q = z.string().max(200).catch('').default('')
const season = z.string().max(100).optional().catch(undefined)
const listed = z.object({
  season,
  q,
  standing: z.enum(STANDINGS).nullable().catch(null).default(null),
  sort: z.enum(SORTS).catch('met').default('met'),
  page,
})

const PAIRS = 'desk.seePairs'

/** The pairs of a season as its coordinator sees them. */
export const deskRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/pairs', action: PAIRS, given: listed, answer: pairs }),
  route({ method: 'GET', path: '/desk/pairs.csv', action: PAIRS, given: listed, answer: pairsSheet }),
]

function sheet(http: Visit['http'], text: string, name: string) {
  return http.body(text, 200, asDownload('text/csv; charset=utf-8', name))
}

async function pairs({ ctx, given, page: show }: Visit<z.infer<typeof listed>>) {
  const list = await seePairs(ctx, asked(given))
  const of = { action: PAIRS, path: '/desk/pairs', season: list.season }
  return show('Pairs', await inSeason(ctx, of, <PairsPage list={list} asked={asked(given)} />))
}

function asked(given: z.infer<typeof listed>): PairsAsked & { readonly page: number } {
  const { season: of, ...rest } = given
  return of ? { ...rest, season: of } : rest
}

async function pairsSheet({ ctx, given, http }: Visit<z.infer<typeof listed>>) {
  const { pairs: all } = await seePairs(ctx, { ...asked(given), page: null })
  const widest = Math.max(0, ...all.map((it) => it.cells.length))
  const columns = [
    'mentee',
    'mentor',
    'standing',
    'met',
    'due',
    ...Array.from({ length: widest }, (_, at) => `window_${at + 1}`),
  ]
  const rows = all.map((it) => {
    const cells = Array.from({ length: widest }, (_, at) => it.cells[at])
    return [
      it.mentee,
      it.mentor,
      it.standing,
      it.met,
      it.due,
      ...cells.map((cell) => (cell ? stateInWords(cell.state) : null)),
    ]
  })
  return sheet(http, writeSheet(columns, rows), 'pairs.csv')
}
