import { ErrorBody } from '../../ui/error-body.tsx'

/** The same for what is not there and for what may not be seen. */
export function NotFoundPage() {
  return (
    <ErrorBody
      heading="There is no page for you here"
      text="The address may be mistyped, or the page is not one you can open. Start again from the first page."
      href="/"
      linkText="Go to the first page"
    />
  )
}
