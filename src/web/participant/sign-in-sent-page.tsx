import { Link } from '../../ui/link.tsx'

type Props = { email: string; minutes: number; next: string | null; isDemo: boolean }

/** The same for every address, known here or not. */
export function SignInSentPage({ email, minutes, next, isDemo }: Props) {
  const again = next === null ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch]">Look into your mailbox</h1>
      <p class="mt-4 max-w-measure">
        If <strong class="wrap-anywhere">{email}</strong> is known here, a letter is on its way. Open the link in it and
        press the button; it works once, and for {minutes} minutes.
      </p>
      {isDemo && (
        <p class="mt-4 max-w-measure">
          In this demo no letter leaves: it is in <Link href="/demo/mailbox">the mailbox</Link>.
        </p>
      )}
      <h2 class="mt-section">If nothing comes</h2>
      <ul class="mt-2 max-w-measure list-disc space-y-1 pl-5">
        <li>See whether the address above is written as you meant it.</li>
        <li>Look where unwanted mail is put.</li>
        <li>Take the newest letter there is: of many asked for in {minutes} minutes only the first ones leave.</li>
        <li>Ask the coordinator which address the program knows you by. For your protection this page does not say.</li>
      </ul>
      <p class="mt-block">
        <Link href={again}>Ask for another letter</Link>
      </p>
    </div>
  )
}
