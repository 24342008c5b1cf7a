import { expect, it } from 'vitest'
import { AGENDAS, agendaAsText } from './agendas.ts'
import { EXERCISES, exerciseAsText } from './exercises.ts'
import { READINGS } from './readings.ts'

const all = [...AGENDAS, ...READINGS, ...EXERCISES]
const text = JSON.stringify(all)

it('each agenda fits the half hour of a meeting, but the one in writing', () => {
  for (const { key, points } of AGENDAS) {
    const minutes = points.reduce((sum, point) => sum + (point.minutes ?? 0), 0)
    expect(minutes, key).toBe(key === 'asynchronous' ? 0 : 30)
  }
})

it('every text is found by a key of its own, which an address can hold', () => {
  const keys = all.map((it) => it.key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

it('a page that begins with one holds every word of it', () => {
  for (const it of AGENDAS) for (const point of it.points) expect(agendaAsText(it)).toContain(point.text)
  for (const it of EXERCISES) for (const step of it.steps) expect(exerciseAsText(it)).toContain(step)
})

it('the minutes of a reading are those that ninety words a minute take, with time to think', () => {
  for (const { key, paragraphs, minutes } of READINGS) {
    const words = paragraphs.join(' ').split(/\s+/).length
    expect(minutes, `${key}: ${words} words`).toBe(Math.ceil(words / 90))
  }
})

it('nobody is blamed, and nothing is shouted', () => {
  expect(text).not.toMatch(/!|missed|failed/)
})
