import type { ComponentChildren } from 'preact'
import { ErrorSummary } from '../../ui/error-summary.tsx'

/** How to come in: one section for each way there is. */
export function SignInPage(props: {
  organisation: string
  /** The page somebody wanted asks who they are. */
  isLed: boolean
  error: string | null
  children: ComponentChildren
}) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {props.error !== null && <ErrorSummary errors={[{ fieldId: 'email', text: props.error }]} />}
      <p class={props.error === null ? 'text-dense text-muted' : 'mt-8 text-dense text-muted'}>
        Mentorship at {props.organisation}
      </p>
      <h1 class="mt-2 max-w-[26ch]">Sign in</h1>
      {props.isLed && <p class="mt-4 max-w-measure">The page you asked for is for people who are signed in.</p>}
      {props.children}
    </div>
  )
}
