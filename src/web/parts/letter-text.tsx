import { Link } from '../../ui/link.tsx'

/** The text of a letter; an address in it can be followed, as in any mail program. */
export function LetterText({ text }: { text: string }) {
  return (
    <p class="mt-block max-w-measure whitespace-pre-line border-t border-rule pt-block wrap-anywhere">
      {text.split(/(https?:\/\/\S+)/).map((part) => (/^https?:/.test(part) ? <Link href={part}>{part}</Link> : part))}
    </p>
  )
}
