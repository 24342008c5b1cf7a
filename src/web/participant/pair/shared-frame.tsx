import type { ComponentChildren } from 'preact'
import type { OfAPair } from '../../../journey/meet/screens/shared-texts.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

/** What was just kept, said once. */
export const TEXT_DONE = {
  new: 'Kept. Both of you see it.',
  changed: 'Changed. The wording before is kept below.',
  both: 'This had been changed elsewhere in the meantime. Nothing is lost: both texts stand here.',
  same: 'That stands here already; nothing was changed.',
} as const
export type TextDone = keyof typeof TEXT_DONE

/** A page on which the two of a pair write together. */
export function SharedFrame(props: {
  of: OfAPair
  heading: string
  /** Where the page hangs. */
  back: { readonly href: string; readonly text: string }
  errors: ComponentChildren
  done: TextDone | null
  children: ComponentChildren
}) {
  const { of, done, errors } = props
  return (
    <div class="wrap pt-8 md:pt-12">
      {errors}
      {done && <Notice>{TEXT_DONE[done]}</Notice>}
      <p class={errors || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        {of.season}. <Link href={props.back.href}>{props.back.text}</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">{props.heading}</h1>
      {props.children}
    </div>
  )
}

/** Who reads what a pair writes together, and how long it stays. */
export function SharedNotice({ of, contact }: { of: OfAPair; contact: string | null }) {
  return (
    <PrivacyNotice
      purpose="It is there for the two of you alone; coordinators and owners cannot open it. It is sealed with a key of your pair: whoever has the database or a backup cannot read it, people who run the server’s software could. It is in the data export of both of you, and if one of you is erased it stays with the other."
      readers={`you and ${of.partner}`}
      kept={`until ${longDay(of.keptUntil)}`}
      contact={contact}
    />
  )
}
