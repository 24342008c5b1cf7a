import type { OwnHat, OwnHatsScreen } from '../../office/screens/own-hats.ts'
import { longDay } from '../../texts/en/days.ts'
import { hatOpens, hatTitle } from '../../texts/en/hats.ts'
import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/disclosure.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FAULTY, type FormErrors, summaryOf } from '../owner/form-faults.ts'

type Lending = {
  readonly hatId: string
  readonly email: string
  readonly until: string
  readonly errors: FormErrors
}
type Props = { screen: OwnHatsScreen; today: string; latest: 'lent' | 'back' | null; lending: Lending | null }

const DONE = {
  lent: 'Lent. It counts from their next page on, and ends by itself.',
  back: 'Taken back. It opens nothing for them any more.',
}

/** One's own hats, what each opens, and lending one for a while. */
export function OwnHatsPage({ screen, today, latest, lending }: Props) {
  const { worn, lent } = screen
  const errors = Object.fromEntries(
    Object.entries(lending?.errors ?? {}).map(([field, text]) => [idOf(field, lending?.hatId ?? ''), text]),
  )
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary heading={FAULTY} errors={summaryOf(errors)} />
      {latest && <Notice>{DONE[latest]}</Notice>}
      <h1 class="mt-8 max-w-[26ch] first:mt-0">{heading(worn.length)}</h1>
      {worn.length === 0 ? (
        <p class="mt-4 max-w-measure">
          A hat opens what its wearer has to do. An owner of your organisation gives it, and you get a letter.
        </p>
      ) : (
        <ul class="mt-block max-w-[46rem] border-t border-rule">
          {worn.map((it) => (
            <WornHat key={it.id} it={it} today={today} lending={lending?.hatId === it.id ? lending : null} />
          ))}
        </ul>
      )}
      {lent.length > 0 && (
        <section class="mt-section max-w-[46rem]" aria-labelledby="lent">
          <h2 id="lent">Lent to others</h2>
          <ul class="mt-3 border-t border-rule">
            {lent.map((it) => (
              <li
                key={it.id}
                class="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 border-b border-rule py-4"
              >
                <div class="min-w-0 flex-1 basis-64 wrap-anywhere">
                  <p class="font-semibold">{it.name}</p>
                  <p class="text-dense text-muted">
                    {hatTitle(it.hat, it.isDeputy)}, {it.season ?? 'every season'}
                    {it.untilOn && `, until ${longDay(it.untilOn, today.slice(0, 4))}`}
                  </p>
                </div>
                <Form action={`/me/hats/${it.id}/back`}>
                  <Button rank="row">
                    Take back
                    <span class="sr-only">{` from ${it.name}`}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="mt-block text-dense text-muted">
        Read by you, owners and auditors. <Link href="/me/second-step">Your second step</Link>
      </p>
    </div>
  )
}

const WORDS = ['no hat', 'one hat', 'two hats', 'three hats', 'four hats']

function heading(worn: number): string {
  return `You wear ${WORDS[worn] ?? `${worn} hats`}`
}

function WornHat({ it, today, lending }: { it: OwnHat; today: string; lending: Lending | null }) {
  const year = today.slice(0, 4)
  const from = it.fromOn > today ? `From ${longDay(it.fromOn, year)}` : `Since ${longDay(it.fromOn, year)}`
  return (
    <li class="border-b border-rule py-4">
      <h2 class="text-read">
        {hatTitle(it.hat, it.isDeputy)}, {it.season ?? 'every season'}
      </h2>
      <p class="mt-0.5">Whoever wears it {hatOpens(it.hat, it.isDeputy)}.</p>
      <p class="text-dense text-muted">
        {from}
        {it.untilOn && `, until ${longDay(it.untilOn, year)}`}
        {it.lender && `. Lent to you by ${it.lender}`}
      </p>
      {it.lentUntil && <LendForm it={it} today={today} latestDay={it.lentUntil} lending={lending} />}
    </li>
  )
}

function LendForm(props: { it: OwnHat; today: string; latestDay: string; lending: Lending | null }) {
  const { it, today, latestDay, lending } = props
  const errors = lending?.errors ?? {}
  return (
    <div class="mt-2">
      <More summary="Lend it for a while" open={lending !== null}>
        <p class="max-w-measure text-dense">
          You keep it too. It ends on the day you choose, and you can take it back before. Both of you are named in the
          audit.
        </p>
        <Form action={`/me/hats/${it.id}/lend`} class="mt-3 max-w-md space-y-4">
          <Field
            id={idOf('email', it.id)}
            name="email"
            type="email"
            label="Address of who stands in for you"
            value={lending?.email}
            error={errors.email}
            maxLength={320}
            autocomplete="off"
          />
          <Field
            id={idOf('until', it.id)}
            name="until"
            type="date"
            label="Last day"
            hint={`${longDay(latestDay, today.slice(0, 4))} at the latest.`}
            value={lending?.until}
            error={errors.until}
            min={today}
            max={latestDay}
          />
          <Button>Lend it</Button>
        </Form>
      </More>
    </div>
  )
}

/** Each hat has a form of its own on the page. */
function idOf(field: string, hatId: string): string {
  return `${field}-${hatId}`
}
