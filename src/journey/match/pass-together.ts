import { Worker } from 'node:worker_threads'
import { startCrew } from '../../matching/large/crew.ts'
import type { StartPass } from '../../matching/large/ready.ts'

/** Passes over all pairs by two threads, this one and one that helps until it is sent home. */
export function passTogether(): { readonly start: StartPass; readonly dismiss: () => void } {
  const crews: ReturnType<typeof startCrew>[] = []
  const start: StartPass = (sheet, memory) => {
    const crew = startCrew(sheet, memory)
    if (!memory) return crew.pass
    const { rows, columns, stride, rowsAt, pricesAt, foundAt, oversAt, roomAt } = sheet
    const places = { rows, columns, stride, rowsAt, pricesAt, foundAt, oversAt, roomAt }
    const file = new URL('./pass-worker.ts', import.meta.url)
    // It works beside us and is never waited for: that it could not start, or ended early, costs time only.
    new Worker(file, { workerData: { memory, places }, execArgv: [], env: {} }).on('error', () => {})
    crews.push(crew)
    return crew.pass
  }
  const dismiss = () => {
    for (const crew of crews) crew.dismiss()
  }
  return { start, dismiss }
}
