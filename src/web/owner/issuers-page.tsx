import type { IssuerShown } from '../../office/screens/issuers.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { HungSection } from '../../ui/hung-section.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AddIssuer, type IssuerEntered } from './add-issuer.tsx'

type Props = {
  issuers: readonly IssuerShown[]
  next: { readonly number: number; readonly returnAddress: string }
  entered: IssuerEntered
  errors: readonly { readonly fieldId: string; readonly text: string }[]
  /** What a provider answered when it was tested just now. */
  tested: { readonly name: string; readonly problem: string | null } | null
}

/** With which accounts of their own people may sign in, tested and ended here, and one more. */
export function IssuersPage({ issuers, next, entered, errors, tested }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={errors} />
      {tested && <Tested {...tested} />}
      <p class={errors.length > 0 || tested ? 'mt-8 text-dense' : 'text-dense'}>
        <Link href="/office">Set-up</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">{headingOf(issuers)}</h1>
      <p class="mt-4 max-w-measure">
        An identity provider says who somebody is; it gives nobody a hat. Letters and passkeys work beside it.
      </p>
      {issuers.length > 0 && (
        <HungSection id="providers" heading="In use">
          <ul class="border-t border-rule">
            {issuers.map((it) => (
              <IssuerRow key={it.number} issuer={it} />
            ))}
          </ul>
        </HungSection>
      )}
      <AddIssuer next={next} entered={entered} errors={errors} isFirst={issuers.length === 0} />
    </div>
  )
}

function headingOf(issuers: readonly IssuerShown[]): string {
  const [first, ...more] = issuers
  if (!first) return 'People sign in by letter and passkey'
  return more.length === 0
    ? `People may sign in with ${first.name}`
    : `People may sign in with ${issuers.length} providers`
}

function Tested({ name, problem }: { name: string; problem: string | null }) {
  if (problem === null) return <Notice>{name} answers as an identity provider does.</Notice>
  return (
    <p role="status" class="bg-base-200 px-5 py-4">
      {name} cannot be used just now: {problem}. People can sign in by letter or passkey meanwhile.
    </p>
  )
}

function IssuerRow({ issuer }: { issuer: IssuerShown }) {
  const { number, name, url, clientId, countsAsStep, people, returnAddress } = issuer
  return (
    <li class="border-b border-rule py-4">
      <h3 class="wrap-anywhere">{name}</h3>
      <dl class="mt-2 grid gap-x-6 gap-y-1 text-dense wrap-anywhere sm:grid-cols-[9rem_minmax(0,1fr)]">
        <dt class="text-muted">Issuer</dt>
        <dd>{url}</dd>
        <dt class="text-muted">Client id</dt>
        <dd>{clientId}</dd>
        <dt class="text-muted">Comes back to</dt>
        <dd>{returnAddress}</dd>
        <dt class="text-muted">Second step</dt>
        <dd>{countsAsStep ? 'Taken there, where it says that several factors were used' : 'Always taken here'}</dd>
        <dt class="text-muted">Used by</dt>
        <dd>{usedBy(people)}</dd>
      </dl>
      <div class="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2 text-dense">
        <Form action={`/office/sign-in/${number}/test`}>
          <Button rank="row">
            Test<span class="sr-only"> {name}</span>
          </Button>
        </Form>
        <Link href={`/office/sign-in/${number}/end`}>
          End<span class="sr-only"> {name}</span>
        </Link>
      </div>
    </li>
  )
}

function usedBy(people: number): string {
  if (people === 0) return 'Nobody yet'
  return people === 1 ? '1 person' : `${people} people`
}
