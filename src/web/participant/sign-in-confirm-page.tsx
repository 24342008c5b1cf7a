import { Button } from '../../ui/button.tsx'
import { ErrorBody } from '../../ui/error-body.tsx'
import { Form } from '../../ui/form.tsx'

/** The page of the link: only its button spends it, since mail scanners open links as well. */
export function SignInConfirmPage(props: { name: string; secret: string }) {
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch] wrap-anywhere">Sign in as {props.name}</h1>
      <p class="mt-4 max-w-measure">
        Press the button to sign in on this device. If you are somebody else, or did not ask for this, close the page:
        nothing has happened yet.
      </p>
      <Form action="/sign-in/confirm" class="mt-block">
        <input type="hidden" name="link" value={props.secret} />
        <Button rank="primary">Sign in</Button>
      </Form>
    </div>
  )
}

/** The same for a link that was used, is over, or never was. */
export function LinkOverPage({ minutes }: { minutes: number }) {
  return (
    <ErrorBody
      heading="This link does not open any more"
      text={`A link works once, and for ${minutes} minutes. Ask for a new one; it takes a moment.`}
      href="/sign-in"
      linkText="Sign in"
    />
  )
}
