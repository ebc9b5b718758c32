import catalog from 'virtual:catalog'
import { expect, test } from 'vitest'
import { numberOf } from '../src/exercise/exercise-id.ts'
import { PATH } from '../src/exercise/path.ts'

// So a number that is written wrongly is found as well, once the path has all its exercises.
test('every exercise of the catalogue has its place on the path', () => {
  const onPath = PATH.flatMap(({ numbers }) => numbers)
  const beyond = catalog.map(({ summary }) => summary.id).filter(id => !onPath.includes(numberOf(id)))
  expect(beyond).toEqual([])
})
