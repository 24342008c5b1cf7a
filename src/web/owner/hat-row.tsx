import type { HatsScreen } from '../../office/screens/hats.ts'
import { shortDay } from '../../texts/en/days.ts'
import { hatName, hatTitle } from '../../texts/en/hats.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'

type Line = HatsScreen['lines'][number]

/** Who wears one hat, for what, until when and from whom. */
export function HatRow({ line, today, mayTake }: { line: Line; today: string; mayTake: boolean }) {
  const name = hatName(line.hat, line.isDeputy)
  return (
    <li class="grid gap-x-6 gap-y-2 border-b border-rule py-3 text-dense sm:grid-cols-[minmax(0,1fr)_auto]">
      <div class="min-w-0 wrap-anywhere">
        <p>
          <span class="font-semibold">{line.name}</span>
          {line.email !== line.name && <span class="text-muted"> {line.email}</span>}
        </p>
        <p>{`${hatTitle(line.hat, line.isDeputy)}, ${line.season ?? 'every season'}`}</p>
        <p class="text-muted">{`${spanOf(line, today)}${fromWhom(line)}`}</p>
      </div>
      {mayTake && (
        <Form action={`/office/hats/${line.id}/take`}>
          <Button rank="row">
            Take off
            <span class="sr-only">{`: ${name}, ${line.name}`}</span>
          </Button>
        </Form>
      )}
    </li>
  )
}

/** "Since 1 July 2026", "1 July to 31 August 2026", "From 1 July 2026". */
function spanOf({ fromOn, untilOn }: Line, today: string): string {
  const year = today.slice(0, 4)
  if (untilOn !== null && untilOn < fromOn) return `Given and taken off on ${shortDay(fromOn, year)}`
  const from = `${fromOn > today ? 'From' : 'Since'} ${shortDay(fromOn, year)}`
  return untilOn === null ? from : `${from}, until ${shortDay(untilOn, year)}`
}

function fromWhom({ givenBy, lender }: Line): string {
  if (lender !== null) return `, lent by ${lender}`
  return givenBy === null ? '' : `, given by ${givenBy}`
}
