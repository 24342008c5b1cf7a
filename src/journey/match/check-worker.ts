import { parentPort, workerData } from 'node:worker_threads'
import { verify } from '../../matching/verify.ts'
import type { ToCheck } from './check-apart.ts'

/** The other end of `checkWithoutWaiting`: takes one certificate, answers what is wrong with it, and ends. */
const { problem, policy, certificate } = workerData as ToCheck
parentPort?.postMessage(verify(problem, policy, certificate))
