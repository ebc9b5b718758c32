import { expect, it } from 'vitest'
import { durationText } from './duration.ts'

it.each([
  [25, '25 min'],
  [59, '59 min'],
  [60, '1 h'],
  [62, '1 h'],
  [88, '1 h 30 min'],
  [119, '2 h'],
  [420, '7 h'],
])('%d minutes are %s', (minutes, text) => expect(durationText(minutes)).toBe(text))
