import { ButtonLink } from '../../ui/button.tsx'

/** Recovery codes, shown this once. */
export function RecoveryCodesPage({ codes, next }: { codes: readonly string[]; next: string | null }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">Keep these {codes.length} codes</h1>
      <p class="mt-4 max-w-measure">
        Each stands in once for your second step, on a day on which your device is lost. Print them, or keep them where
        you keep what matters. They are shown now and never again; older ones do not work any more.
      </p>
      <ul class="mt-block grid max-w-measure gap-x-8 border-t border-rule sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} class="border-b border-rule py-2 font-mono">
            {code}
          </li>
        ))}
      </ul>
      <p class="mt-block">
        <ButtonLink rank="primary" href={next ?? '/me/second-step'}>
          I have kept them
        </ButtonLink>
      </p>
    </div>
  )
}
