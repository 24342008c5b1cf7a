import { workerData } from 'node:worker_threads'
import { helpWith, type Told } from '../../matching/large/crew.ts'

// The second thread of a pass over all pairs: helps until it is sent home.
helpWith(workerData as Told)
