import { ErrorBody } from '../../ui/error-body.tsx'

export function ErrorPage() {
  return (
    <ErrorBody
      heading="Something went wrong on our side"
      text="What you last saved is kept. Try again in a moment; if it happens again, tell the coordinators."
      href="/"
      linkText="Go to the first page"
    />
  )
}
