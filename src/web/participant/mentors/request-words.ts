import type { RequestLine } from '../../../journey/offer/actions/see-requests.ts'
import { longDay } from '../../../texts/en/days.ts'

/** The other one of the two. */
export function otherOf(it: RequestLine): string {
  return it.amMentor ? it.askerName : it.mentorName
}

/** Whose turn it is, since when, and what happens if nobody acts; or what became of it. */
export function standsInWords(it: RequestLine): string {
  const other = otherOf(it)
  switch (it.state) {
    case 'open': {
      const until = it.movesOnAt ? longDay(it.movesOnAt.slice(0, 10)) : ''
      const since = longDay(it.turnAt.slice(0, 10))
      const whose = it.isMyTurn ? 'It is your turn' : `It is the turn of ${other}`
      return `${whose}, since ${since}. Without an answer it moves on after ${until}.`
    }
    case 'accepted':
      return it.overAt ? 'You talked, and it has come to its end.' : `You and ${other} have agreed to talk.`
    case 'withdrawn':
      return it.amMentor ? `${other} withdrew it. There is nothing to answer.` : 'You withdrew it.'
    case 'declined':
    case 'full':
    case 'moved-on':
      return it.amMentor
        ? 'It has moved on to somebody else. Nobody is asked why.'
        : `${other} cannot take it on at the moment. A letter names others who fit.`
  }
}
