import { workerData } from 'node:worker_threads'
import { helpWith, type Told } from '../../src/matching/large/crew.ts'

// The second thread of a pass: helps until it is sent home.
helpWith(workerData as Told)
