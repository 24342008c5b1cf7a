import type { ApplicationStatus } from '../../../journey/apply/screens/application-status.ts'
import type { Role } from '../../../model/role.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'

/** Asks once before an application is taken back, and says what follows. */
export function WithdrawPage({ status, role }: { status: ApplicationStatus; role: Role }) {
  const { program, applications } = status
  const { closes } = program.roles[role].call
  const isOpen = applications.some((it) => it.role === role && it.phase === 'open')
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">Take back your application as a {role}?</h1>
      <div class="mt-3 max-w-measure space-y-3">
        <p>
          Nobody looks at it any more, and your wishes about people are deleted. No reason is asked, and it never counts
          against you.
        </p>
        <p>
          {isOpen
            ? `You can apply again${closes ? ` until the end of ${longDay(closes)}` : ''}; your answers will be there.`
            : 'The call has closed, so your place in it does not come back.'}
        </p>
      </div>
      <Form action={`/seasons/${program.key}/application/${role}/withdraw`} class="mt-block">
        <Button rank="primary">Take it back</Button>
      </Form>
      <p class="mt-4">
        <Link href={`/seasons/${program.key}/application`}>Leave it as it is</Link>
      </p>
    </div>
  )
}
