import type { OwnTokensScreen } from '../../office/screens/own-tokens.ts'
import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { ShownOnce } from '../../ui/shown-once.tsx'

type Props = {
  screen: OwnTokensScreen
  /** The secret of the one that was made just now; shown on this page and never again. */
  made: string | null
  revoked: boolean
}

const LASTING = [
  { value: '30', text: '30 days' },
  { value: '90', text: '90 days' },
  { value: '365', text: '365 days' },
]

/** One's own tokens for the API: made, last used, over, revoked. */
export function OwnTokensPage({ screen, made, revoked }: Props) {
  const { tokens, mayMake } = screen
  return (
    <div class="wrap pt-8 md:pt-12">
      {revoked && <Notice>Revoked. It opens nothing any more.</Notice>}
      <h1 class="mt-8 max-w-[26ch] first:mt-0">{heading(tokens.filter((it) => !it.isOver).length)}</h1>
      <p class="mt-4 max-w-measure">
        A token lets a program act as you, with the hats you wear at that moment. It cannot give hats, see keys or sign
        in. Give each program its own, and revoke it when the program is no longer used.
      </p>
      {made && (
        <ShownOnce heading="Your new token" secret={made}>
          Copy it now; it is not shown again. The program sends it as <code>Authorization: Bearer</code>.
        </ShownOnce>
      )}
      {mayMake ? (
        <Form action="/me/tokens" class="mt-block max-w-md space-y-4">
          <SelectField id="days" label="It opens for" value="365" options={LASTING} />
          <Button rank={made ? 'second' : 'primary'}>{tokens.length === 0 ? 'Make a token' : 'Make another'}</Button>
        </Form>
      ) : (
        <p class="mt-block">Owners and coordinators make tokens.</p>
      )}
      {tokens.length > 0 && (
        <ul class="mt-block max-w-[46rem] border-t border-rule">
          {tokens.map((it) => (
            <li
              key={it.id}
              class="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 border-b border-rule py-4"
            >
              <div class="min-w-0 flex-1 basis-64">
                <h2 class="text-read">Made {instantInWords(it.madeAt)}</h2>
                <p class="text-dense text-muted">
                  {it.isOver ? 'Opens nothing since' : 'Opens until'} {instantInWords(it.untilAt)}
                </p>
                <p class="text-dense text-muted">
                  {it.usedAt ? `Last used ${instantInWords(it.usedAt)}` : 'Not used yet'}
                </p>
              </div>
              <Form action={`/me/tokens/${it.id}/revoke`}>
                <Button rank="row">
                  Revoke
                  <span class="sr-only">{` the token made ${instantInWords(it.madeAt)}`}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <p class="mt-block text-dense text-muted">
        Read by you. What a token does is written to the audit under your name.
      </p>
    </div>
  )
}

function heading(tokens: number): string {
  if (tokens === 0) return 'No program acts for you'
  return tokens === 1 ? 'One token acts for you' : `${tokens} tokens act for you`
}
