import type { ComponentChildren } from 'preact'
import { ErrorSummary } from '../../ui/error-summary.tsx'

export type FieldError = { readonly fieldId: string; readonly text: string }

/** The second step of this sign-in: one section for each way to take it. */
export function SignInStepPage({ errors, children }: { errors: readonly FieldError[]; children: ComponentChildren }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={errors} heading="The code was not taken" />
      <h1 class={errors.length === 0 ? 'max-w-[26ch]' : 'mt-8 max-w-[26ch]'}>One more step</h1>
      <p class="mt-4 max-w-measure">
        A letter alone does not open what is entrusted to a hat, nor change how you sign in. Show once in this sign-in
        that it is you.
      </p>
      {children}
    </div>
  )
}
