import { Link } from '../../../ui/link.tsx'

/** The text of a file as it was, to read and to copy. */
export function TextPage(props: { back: { href: string; text: string }; heading: string; text: string }) {
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href={props.back.href}>{props.back.text}</Link>
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">{props.heading}</h1>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <pre class="mt-6 overflow-x-auto border-y border-rule py-4 font-mono text-note" tabIndex={0}>
        {props.text}
      </pre>
    </div>
  )
}
