import { Link } from './link.tsx'

/** What happened, what to do, one link. */
export function ErrorBody(props: { heading: string; text: string; href: string; linkText: string }) {
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch]">{props.heading}</h1>
      <p class="mt-4 max-w-measure">{props.text}</p>
      <p class="mt-block">
        <Link href={props.href}>{props.linkText}</Link>
      </p>
    </div>
  )
}
