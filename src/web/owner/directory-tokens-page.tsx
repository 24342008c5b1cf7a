import type { MadeDirectoryToken } from '../../office/actions/directory-tokens.ts'
import type { seeDirectoryTokens } from '../../office/screens/directory-tokens.ts'
import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ShownOnce } from '../../ui/shown-once.tsx'
import { FAULTY, type FormErrors, summaryOf } from './form-faults.ts'

type Token = Awaited<ReturnType<typeof seeDirectoryTokens>>['tokens'][number]
type Props = {
  tokens: readonly Token[]
  /** What the directory service asks for beside a token. */
  address: string
  made: MadeDirectoryToken | null
  revoked: boolean
  entered: { readonly name: string; readonly errors: FormErrors }
}

/** The tokens with which the organisation's directory service adds, changes and ends people. */
export function DirectoryTokensPage({ tokens, address, made, revoked, entered }: Props) {
  const good = tokens.filter((it) => it.revokedAt === null)
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary heading={FAULTY} errors={summaryOf(entered.errors)} />
      {revoked && <Notice>Revoked. The directory service gets in no more.</Notice>}
      <h1 class="mt-8 max-w-[26ch] first:mt-0">{heading(good.length)}</h1>
      <p class="mt-4 max-w-measure">
        A directory service such as Entra ID or Okta keeps people up to date by itself (SCIM 2.0): who comes, who
        changes, and who leaves and so loses every way in. Enter this address there, and a token from here.
      </p>
      <p class="mt-3 font-semibold wrap-anywhere">
        <code>{address}</code>
      </p>
      {made && (
        <ShownOnce heading="The new token" secret={made.token}>
          Copy it now into the directory service; it is not shown again.
        </ShownOnce>
      )}
      <Form action="/office/directory" class="mt-block max-w-md space-y-4">
        <Field
          id="name"
          label="Name of the directory service"
          hint="So that you know its token later, for example Entra ID."
          readBy="Read by owners"
          value={entered.name}
          error={entered.errors.name}
          maxLength={100}
        />
        <Button rank={made ? 'second' : 'primary'}>Make a token</Button>
      </Form>
      {tokens.length > 0 && (
        <section class="mt-section max-w-[46rem]" aria-labelledby="tokens">
          <h2 id="tokens">Tokens</h2>
          <ul class="mt-3 border-t border-rule">
            {tokens.map((it) => (
              <TokenRow key={it.id} it={it} />
            ))}
          </ul>
        </section>
      )}
      <p class="mt-block text-dense">
        <Link href="/office">Back to the set-up</Link>
      </p>
    </div>
  )
}

function heading(good: number): string {
  if (good === 0) return 'No directory service is connected'
  return good === 1 ? 'One token for the directory service' : `${good} tokens for the directory service`
}

function TokenRow({ it }: { it: Token }) {
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 border-b border-rule py-4">
      <div class="min-w-0 flex-1 basis-64 wrap-anywhere">
        <h3>{it.name}</h3>
        <p class="text-dense text-muted">
          Made {instantInWords(it.madeAt)}. {it.usedAt ? `Last used ${instantInWords(it.usedAt)}.` : 'Not used yet.'}
          {it.revokedAt && ` Revoked ${instantInWords(it.revokedAt)}.`}
        </p>
      </div>
      {it.revokedAt === null && (
        <Form action={`/office/directory/${it.id}/revoke`}>
          <Button rank="row">
            Revoke
            <span class="sr-only">{` the token of ${it.name}`}</span>
          </Button>
        </Form>
      )}
    </li>
  )
}
