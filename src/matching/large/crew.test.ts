import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { drawProblem, STRUCTURED } from '../../../tests/make/structured-people.ts'
import { readHardRules } from '../hard-rules.ts'
import { startCrew } from './crew.ts'
import { makeRoom, startKernel } from './kernel.ts'
import { readLines } from './lines.ts'
import { AT, layOut, ROW_WORDS, tilesOf } from './sheet.ts'

it('two threads find in one memory what one finds, pass after pass, also while the second is still on its way', async () => {
  const problem = drawProblem(5_000, 1_500, 1, 3)
  const capacity = Int32Array.from(problem.mentors, () => 1)
  const room = makeRoom()
  const { sheet } = layOut(
    readLines(problem.mentees, problem.mentors, readHardRules(STRUCTURED), [], capacity),
    room.allot,
  )
  const { rowsAt, pricesAt, foundAt, oversAt, roomAt, rows, columns, stride } = sheet
  const places = { rowsAt, pricesAt, foundAt, oversAt, roomAt, rows, columns, stride }
  const thread = `
    const { workerData } = require('node:worker_threads')
    import(workerData.url).then(({ helpWith }) => helpWith(workerData.told))`
  const url = new URL('./crew.ts', import.meta.url).href
  const helper = new Worker(thread, {
    eval: true,
    execArgv: [],
    workerData: { url, told: { memory: room.memory, places } },
  })
  const crew = startCrew(sheet, room.memory)
  const alone = startKernel(sheet, room.memory)
  const run = (pass: typeof alone, seed: number) => {
    for (let j = 0; j < columns; j++) sheet.prices[j] = -((j * seed) % 1_000)
    for (let row = 0; row < rows; row++) {
      const own = row * ROW_WORDS
      sheet.words[own + AT.price] = pricesAt
      sheet.words[own + AT.least] = 6_000
      sheet.words[own + AT.found] = 0
    }
    pass(0, rows, tilesOf(sheet))
    return Array.from({ length: rows }, (_, row) => [
      sheet.words[row * ROW_WORDS + AT.found],
      sheet.found[row * 12],
      sheet.overs[row * 12],
    ])
  }
  for (let seed = 1; seed <= 30; seed++) {
    const together = run(crew.pass, seed)
    if (seed === 1 || seed > 24) expect(together).toEqual(run(alone, seed))
    if (seed % 10 === 0) await new Promise((later) => setTimeout(later, 20))
  }
  crew.dismiss()
  expect(await new Promise((ended) => helper.on('exit', ended))).toBe(0)
})
