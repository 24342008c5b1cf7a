import { ErrorBody } from '../../ui/error-body.tsx'

/** A rule said no: its own sentence, and the way back. */
export function RefusedPage({ message }: { message: string }) {
  return <ErrorBody heading="This was not done" text={message} href="/" linkText="Go to the first page" />
}
