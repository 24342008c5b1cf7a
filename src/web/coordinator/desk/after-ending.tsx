import { addDays } from '../../../calendar/days.ts'
import type { OnePair } from '../../../desk/screens/one-pair.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import type { PairAgain } from './one-pair-page.tsx'

const DAYS_SUGGESTED = 90
const ROLES = ['mentee', 'mentor'] as const

/** Of an ended pair: who finds another partner, and the way to the match that seats them. */
export function AfterEnding({ pair }: { pair: OnePair }) {
  return (
    <div class="max-w-measure space-y-4">
      <p>
        Nobody is put back by themselves: ask them first. The next run of the match seats only those who wait and those
        in reserve; pairs that run stay as they are, and these two are not put together again.
      </p>
      <ul class="border-b border-rule">
        {ROLES.map((role) => {
          const found = pair.seeks.find((it) => it.role === role)
          const name = pair[role].name
          return (
            <li key={role} class="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-rule py-3">
              <p class="min-w-0 flex-1 wrap-anywhere">
                {found ? standing(name, role, found.on) : question(name, role)}
              </p>
              <Form action={`/desk/pairs/${pair.id}/seek`}>
                <input type="hidden" name="who" value={role} />
                {found && <input type="hidden" name="back" value="yes" />}
                <Button>
                  {found ? 'Undo' : 'Put back'}
                  <span class="sr-only">: {name}</span>
                </Button>
              </Form>
            </li>
          )
        })}
      </ul>
      {pair.seeks.length > 0 && (
        <p>
          <Link href={`/desk/selection?season=${pair.season}`}>Run the match for those who wait</Link>
        </p>
      )}
    </div>
  )
}

function standing(name: string, role: 'mentor' | 'mentee', on: string): string {
  return role === 'mentee'
    ? `${name} is on the waiting list since ${longDay(on)}.`
    : `${name} has the place free again since ${longDay(on)}.`
}

function question(name: string, role: 'mentor' | 'mentee'): string {
  return role === 'mentee' ? `Does ${name} look for another mentor?` : `Does ${name} take another mentee?`
}

/** Whether the two go on after the season, which they agree between them; a coordinator can only ask. */
export function GoingOn({ pair, again }: { pair: OnePair; again: PairAgain }) {
  const after = pair.seasonEndsOn > pair.today ? pair.seasonEndsOn : pair.today
  const isHere = again?.field === 'extend'
  return (
    <Form action={`/desk/pairs/${pair.id}/extend`} class="max-w-measure space-y-4">
      <h3>Go on after the season</h3>
      <p class="text-muted">
        {pair.goesOn?.isAgreed && `Both agreed to go on until ${longDay(pair.goesOn.until)}. `}
        {pair.goesOn && !pair.goesOn.isAgreed && `One of them proposes to go on until ${longDay(pair.goesOn.until)}. `}
        The two agree it between them; the season’s figures stop on {longDay(pair.seasonEndsOn)}.
      </p>
      <Field
        id="extend"
        name="until"
        label="Ask both whether they would go on until"
        hint="As in 2026-03-04. Each gets a letter with the way to agree."
        value={isHere ? again.value : addDays(after, DAYS_SUGGESTED)}
        error={isHere ? again.error : undefined}
      />
      <Button>Ask both</Button>
    </Form>
  )
}
