import { Link } from '../../ui/link.tsx'

/** The same for every answer of an identity provider that signs nobody in: what may have been, and how to go on. */
export function NotSignedInPage() {
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch]">You are not signed in yet</h1>
      <p class="mt-4 max-w-measure">
        The answer that came back did not say who you are here. Usually it is one of these:
      </p>
      <ul class="mt-4 max-w-measure list-disc space-y-1 pl-5">
        <li>It took longer than five minutes, or began in another browser or window. Begin once more.</li>
        <li>
          The account has another e-mail address than the directory has of you, or the provider does not vouch for it.
          Sign in by a letter instead.
        </li>
        <li>You are not in the directory of this organisation. Ask whoever runs the program.</li>
      </ul>
      <p class="mt-block">
        <Link href="/sign-in">Back to the ways to sign in</Link>
      </p>
    </div>
  )
}
