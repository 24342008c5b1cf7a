import type { Forecast } from '../../model/measure-figure.ts'
import { numberInWords } from './desk.ts'
import { targetInWords } from './percent.ts'
import { countOf } from './results.ts'

/** What is still possible, in one sentence: "For 95 % one more pair may miss a window." */
export function forecastInWords(it: Forecast, target: number, one: string, many: string, misses: string): string {
  const aim = targetInWords(target)
  if (it.state === 'reached') return `${aim} is reached, whatever comes.`
  if (it.state === 'out-of-reach')
    return `${aim} cannot be reached any more: ${countOf(-it.mayMiss, `${one} too many has`, `${many} too many have`)} missed, and ${targetInWords(it.most)} is the most that can come.`
  if (it.mayMiss === 0) return `For ${aim} not one more ${one} may ${misses}.`
  const number = numberInWords(it.mayMiss).toLowerCase()
  return `For ${aim} ${number} more ${it.mayMiss === 1 ? one : many} may ${misses}.`
}
