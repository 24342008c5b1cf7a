import type { ComparisonScreen } from '../../journey/results/screens/compare-seasons.ts'
import { cellInWords, differenceInWords, rowInWords } from '../../texts/en/comparison.ts'
import { longDay, shortDay } from '../../texts/en/days.ts'
import { DEFINED, ROUNDING } from '../../texts/en/definitions.ts'
import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/disclosure.tsx'
import { HungSection } from '../../ui/hung-section.tsx'
import { Ledger } from '../../ui/ledger.tsx'
import { Link } from '../../ui/link.tsx'
import { SelectField } from '../../ui/select-field.tsx'

type Props = {
  screen: ComparisonScreen
  chosen: readonly [string, string]
  at: 'today' | 'same'
  fileHref: string
}

/** Seasons side by side: the same definitions, each with its own aim, and what differs said in words. */
export function ComparisonPage({ screen, chosen, at, fileHref }: Props) {
  const [first] = screen.seasons
  const results = `/seasons/${encodeURIComponent(first?.key ?? '')}/results`
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">{first?.name}</p>
      <h1 class="mt-2">Seasons side by side</h1>
      <p class="mt-3 max-w-measure">
        Every figure is counted by the same definition in each season. Where the seasons themselves differ, it is said:
        a better figure is not a better season if less was asked.
      </p>
      <p class="mt-3">
        <Link href={results}>Back to the results</Link>
      </p>
      {screen.choices.length === 0 ? (
        <p class="mt-6 max-w-measure">
          There is no other season whose figures you can see. Once there is one, it can stand beside this one here.
        </p>
      ) : (
        <Choose screen={screen} chosen={chosen} at={at} />
      )}
      {screen.seasons.length > 1 && (
        <>
          <p class="mt-4 text-dense">
            As of {[...new Set(screen.seasons.map((it) => longDay(it.asOf)))].join(' and ')}.{' '}
            <Link href={fileHref}>The same as CSV</Link>
          </p>
          <Figures screen={screen} />
          <p class="mt-section max-w-measure text-note text-muted">{ROUNDING}</p>
        </>
      )}
    </div>
  )
}

function Choose({ screen, chosen, at }: Pick<Props, 'screen' | 'chosen' | 'at'>) {
  const options = screen.choices.map((it) => ({ value: it.key, text: it.name }))
  const fields = [
    ['with', 'Beside'],
    ['and', 'And'],
  ] as const
  return (
    <form class="mt-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_16rem_auto] print:hidden">
      {fields.map(([name, label], index) => (
        <SelectField
          key={name}
          id={name}
          label={label}
          value={chosen[index] ?? ''}
          options={[{ value: '', text: 'none' }, ...options]}
        />
      ))}
      <SelectField
        id="at"
        label="Figures as of"
        value={at}
        options={[
          { value: 'today', text: 'today' },
          { value: 'same', text: 'the same point of each season' },
        ]}
      />
      <p>
        <Button>Show</Button>
      </p>
    </form>
  )
}

/** As short as they can be and still tell the seasons apart. */
function headingsOf({ seasons, programs }: ComparisonScreen): readonly string[] {
  const isOneProgram = new Set(programs.map((it) => it.name)).size === 1
  const isOneDay = new Set(seasons.map((it) => it.asOf)).size === 1
  return seasons.map((it, at) => {
    const name = isOneProgram ? (programs[at]?.season ?? it.name) : it.name
    return isOneDay ? name : `${name}, as of ${shortDay(it.asOf)}`
  })
}

function Figures({ screen }: { screen: ComparisonScreen }) {
  const names = screen.seasons.map((it) => it.name)
  const columns = [{ text: 'Figure' }, ...headingsOf(screen).map((text) => ({ text }))]
  return (
    <>
      {[...Map.groupBy(screen.rows, (it) => it.definition)].map(([definition, rows]) => {
        const { name, counted, base, leftOut, beware } = DEFINED[definition]
        const differs = [...new Set(rows.flatMap((row) => row.differs.map((it) => differenceInWords(it, names))))]
        return (
          <HungSection key={definition} id={definition} heading={name}>
            <Ledger
              caption={`${name} of each season`}
              columns={columns}
              rows={rows.map((row) => [rowInWords(screen.programs, row), ...row.figures.map(cellInWords)])}
            />
            {differs.map((it) => (
              <p key={it} class="mt-3 max-w-measure text-dense">
                {it}
              </p>
            ))}
            <div class="mt-2 max-w-measure text-dense">
              <More
                summary={
                  <>
                    How this is counted<span class="sr-only">: {name}</span>
                  </>
                }
              >
                <p>
                  {counted} {base !== null && `Divided by: ${base}`} Left out: {leftOut} {beware}
                </p>
              </More>
            </div>
          </HungSection>
        )
      })}
    </>
  )
}
