import { renderToString } from 'preact-render-to-string'
import type { Export, ExportedRow } from '../../../people/shapes/export.ts'
import { instantInWords, longDay } from '../../../texts/en/days.ts'
import { columnInWords, groundInWords } from '../../../texts/en/privacy.ts'

/** A file of its own, opened from a disk: it carries the few rules of its look with it. */
const STYLE = `body{font:1rem/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b2422;background:#fcfbf8}
h1{font-size:1.9rem;line-height:1.15}h2{font-size:1.2rem;margin-top:2.5rem}p{margin:.4rem 0}.quiet{color:#55605c}
dl{border-top:1px solid #dcd8cc;margin:0;padding:.6rem 0;display:grid;grid-template-columns:11rem 1fr;gap:.15rem 1rem}
dt{color:#55605c}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}@media(max-width:34rem){dl{grid-template-columns:1fr}}`

/** The export as one page that reads without this product. */
export function exportDocument(it: Export): string {
  const names = namesIn(it)
  return `<!doctype html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`What ${it.organisation} holds about ${it.about.name}`}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>
            What {it.organisation} holds about {it.about.name}
          </h1>
          <p class="quiet">
            {it.about.email}. Taken on {instantInWords(it.madeAt)}.{' '}
            {it.privacyContact && `Questions about privacy go to ${it.privacyContact}.`}
          </p>
          {it.tables.map((table) => (
            <section key={table.table}>
              <h2>{table.holds}</h2>
              <p class="quiet">{table.why}.</p>
              {table.rows.map((row, at) => (
                <Row key={at} row={row} names={names} />
              ))}
            </section>
          ))}
          <WhoLooked it={it} />
          <section>
            <h2>What is not in here</h2>
            <ul>
              {it.leftOut.map((one) => (
                <li key={one.holds}>
                  {one.holds}: {one.because}.
                </li>
              ))}
            </ul>
          </section>
        </main>
      </body>
    </html>,
  )}`
}

function WhoLooked({ it }: { it: Export }) {
  return (
    <section>
      <h2>Who looked</h2>
      {it.whoLooked.length === 0 ? (
        <p>Nobody has looked at what is sensitive about you.</p>
      ) : (
        <ul>
          {it.whoLooked.map((look) => (
            <li key={`${look.day} ${look.as} ${look.what}`}>
              {longDay(look.day)}: {groundInWords(look.as)}. {look.what}
              {look.times > 1 && `, ${look.times} times`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ row, names }: { row: ExportedRow; names: ReadonlyMap<string, string> }) {
  const said = Object.entries(row).filter(([, value]) => value !== null && value !== '')
  return (
    <dl>
      {said.map(([column, value]) => {
        const text = valueInWords(value, names)
        if (text === null) return null
        return [<dt key={`${column}-name`}>{columnInWords(column)}</dt>, <dd key={column}>{text}</dd>]
      })}
    </dl>
  )
}

/** Ids become the names of those whom they name; an id of anything else says nothing and is left out. */
function namesIn(it: Export): ReadonlyMap<string, string> {
  return new Map([
    [it.about.id, 'you'],
    ...it.partners.map((one) => [one.id, `${one.name}, ${one.email}`] as const),
    ...it.seasons.map((one) => [one.id, `${one.name}, ${one.season}`] as const),
  ])
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function valueInWords(value: unknown, names: ReadonlyMap<string, string>): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${String(one)}`)
      .join('\n')
  const text = String(value)
  if (UUID.test(text)) return names.get(text) ?? null
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text.startsWith('0001') ? 'the beginning' : longDay(text)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return instantInWords(new Date(text).toISOString())
  return text
}
