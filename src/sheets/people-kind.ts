import { orNull, type SheetKind } from './cell.ts'
import * as cells from './cells.ts'
import { kept, kindOf, needed } from './kind-of.ts'
import type { HolidayRow, PersonRow } from './rows.ts'

export function people(): SheetKind<PersonRow> {
  const maybe = (name: string) => kept(name, orNull(cells.text))
  const columns = {
    employeeId: maybe('employee_id'),
    name: needed('name', cells.text),
    email: needed('email', cells.email),
    title: maybe('title'),
    division: maybe('division'),
    department: maybe('department'),
    team: maybe('team'),
    managerId: maybe('manager_id'),
    managerEmail: kept('manager_email', orNull(cells.email)),
    startDate: kept('start_date', orNull(cells.day)),
    timeZone: maybe('time_zone'),
    expertise: maybe('expertise'),
    worksFrom: kept('works_from', orNull(cells.timeOfDay)),
    worksUntil: kept('works_until', orNull(cells.timeOfDay)),
    worksOn: kept('works_on', orNull(cells.weekdays)),
    holidays: maybe('holidays'),
    leftOn: kept('left_on', orNull(cells.day)),
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
    worksFrom: take(c.worksFrom),
    worksUntil: take(c.worksUntil),
    worksOn: take(c.worksOn),
    holidays: take(c.holidays),
    leftOn: take(c.leftOn),
  }))
}

export function holidays(): SheetKind<HolidayRow> {
  const columns = {
    calendar: needed('calendar', cells.text),
    date: needed('date', cells.day),
    name: needed('name', cells.text),
  }
  return kindOf('holidays', columns, (take, c) => ({
    calendar: take(c.calendar),
    date: take(c.date),
    name: take(c.name),
  }))
}
