import type { Day } from '../../model/day.ts'
import type { Results } from '../../model/figures.ts'
import { audienceOf, type Program } from '../../model/program.ts'
import { longDay } from '../../texts/en/days.ts'
import { pairsSentence, peopleSentence } from '../../texts/en/results.ts'
import { Link } from '../../ui/link.tsx'

type Props = {
  organisation: string
  program: Program
  participation: Results['participation']
  asOf: Day
  programHref: string
}

/** What the public sees of a season's results: how many take part, and nothing more. */
export function CountsPage({ organisation, program, participation, asOf, programHref }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">
        {organisation}. {program.name}, {program.season}. As of {longDay(asOf)}
      </p>
      <h1 class="mt-2 max-w-[24ch]">
        {participation.pairs === 0 ? 'No pairs yet' : `${participation.people} people in ${participation.pairs} pairs`}
      </h1>
      {participation.pairs > 0 && (
        <p class="mt-4 max-w-measure">
          {peopleSentence(participation)} {pairsSentence(participation)}
        </p>
      )}
      <p class="mt-4 max-w-measure text-muted">
        {audienceOf(program) === 'organisation'
          ? 'Meetings, attendance and survey figures are open to everybody of the organisation who is signed in.'
          : 'Meetings, attendance and survey figures are for the people who run this season. The coordinator has the link to them.'}
      </p>
      <p class="mt-3">
        <Link href={programHref}>About the program</Link>
      </p>
    </div>
  )
}
