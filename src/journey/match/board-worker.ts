import { parentPort, workerData } from 'node:worker_threads'
import { answerAsked, type BoardAsked } from './board-apart.ts'

/** The other end of `board-apart.ts`: takes one question, answers, and ends. */
parentPort?.postMessage(answerAsked(workerData as BoardAsked))
