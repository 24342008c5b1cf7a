import { parentPort, workerData } from 'node:worker_threads'
import { planTimes, type TimesAsked } from './rules/plan-times.ts'

/** The other end of `planTimesApart`: takes one question, answers, and ends. */
parentPort?.postMessage(planTimes(workerData as TimesAsked))
