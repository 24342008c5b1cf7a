import { completion } from './completion.ts'
import { desk } from './desk.ts'
import { gather } from './gather.ts'
import * as journey from './journey.ts'
import { office } from './office.ts'
import { people } from './people.ts'
import type { Permissions } from './permission.ts'
import { rehearsal } from './rehearsal.ts'
import { review } from './review.ts'
import { upkeep } from './upkeep.ts'

/** Every action of the product and who may do it: by stage, in the order people live them. */
export const BY_STAGE: Readonly<Record<string, Permissions>> = {
  office,
  people,
  upkeep,
  design: journey.design,
  offer: journey.offer,
  apply: journey.apply,
  review,
  match: journey.match,
  announce: journey.announce,
  learn: journey.learn,
  gather,
  meet: journey.meet,
  survey: journey.survey,
  results: { ...journey.results, ...completion },
  desk,
  rehearsal,
}

export const PERMISSIONS: Permissions = Object.assign({}, ...Object.values(BY_STAGE))
