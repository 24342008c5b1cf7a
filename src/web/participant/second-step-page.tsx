import type { ComponentChildren } from 'preact'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = {
  hasStep: boolean
  wearsHat: boolean
  removed: boolean
  /** The page that asked for a second step. */
  next: string | null
  children: ComponentChildren
}

/** What somebody takes their second step with: one section for each kind. */
export function SecondStepPage({ hasStep, wearsHat, removed, next, children }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {removed && <Notice>Removed. It takes no second step any more.</Notice>}
      <h1 class={removed ? 'mt-8 max-w-[26ch]' : 'max-w-[26ch]'}>
        {hasStep ? 'Your second step' : 'Set up your second step'}
      </h1>
      <p class="mt-4 max-w-measure">{whatFor(hasStep, wearsHat)}</p>
      {hasStep && next !== null && (
        <p class="mt-4">
          <Link href={next}>Go on to the page you wanted</Link>
        </p>
      )}
      {children}
      <p class="mt-section text-dense text-muted">
        Read by you. <Link href="/me/sign-ins">Where you are signed in</Link>
      </p>
    </div>
  )
}

function whatFor(hasStep: boolean, wearsHat: boolean): string {
  if (!hasStep && wearsHat)
    return 'You wear a hat: others’ data is entrusted to you. Before it opens anything, set up something that only you have. It takes two minutes, once.'
  if (!hasStep)
    return 'If you like, protect your sign-in with something that only you have, so that nobody who reads your letters can come in and change it.'
  return 'Once in each sign-in you show that it is you, before a hat opens anything and before you change how you sign in.'
}
