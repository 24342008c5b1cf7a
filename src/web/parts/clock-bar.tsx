import type { Day } from '../../model/day.ts'
import { longDay } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'

/** The demo's stored clock: every page shows the day it is there, and can move it on. */
export function ClockBar({ today }: { today: Day }) {
  return (
    <section class="border-b border-rule bg-base-200" aria-label="Demo clock">
      <Form class="wrap flex flex-wrap items-center gap-x-4 gap-y-2 py-2 text-dense" action="/demo/clock">
        <p class="mr-auto">
          In this demo it is <strong>{longDay(today)}</strong>
        </p>
        <Button rank="row" name="days" value="1">
          one day on
        </Button>
        <Button rank="row" name="days" value="7">
          one week on
        </Button>
      </Form>
    </section>
  )
}
