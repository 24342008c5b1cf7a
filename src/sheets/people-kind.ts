import { orNull, type SheetKind } from './cell.ts'
import * as cells from './cells.ts'
import { kindOf, needed, optional } from './kind-of.ts'
import type { PersonRow } from './rows.ts'

export function people(): SheetKind<PersonRow> {
  const maybe = (name: string) => optional(name, orNull(cells.text))
  const columns = {
    employeeId: maybe('employee_id'),
    name: needed('name', cells.text),
    email: needed('email', cells.email),
    title: maybe('title'),
    division: maybe('division'),
    department: maybe('department'),
    team: maybe('team'),
    managerId: maybe('manager_id'),
    managerEmail: optional('manager_email', orNull(cells.email)),
    startDate: optional('start_date', orNull(cells.day)),
    timeZone: maybe('time_zone'),
    expertise: maybe('expertise'),
  }
  return kindOf('people', columns, (take, c) => ({
    employeeId: take(c.employeeId),
    name: take(c.name),
    email: take(c.email),
    title: take(c.title),
    division: take(c.division),
    department: take(c.department),
    team: take(c.team),
    managerId: take(c.managerId),
    managerEmail: take(c.managerEmail),
    startDate: take(c.startDate),
    timeZone: take(c.timeZone),
    expertise: take(c.expertise),
  }))
}
