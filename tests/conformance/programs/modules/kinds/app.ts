import { Hono } from 'hono'
import { Box, ConstKind } from './again'
import * as everything from './names'
import again, { Kind, type Named, named as renamed, type Shape, size } from './names'

const shape: Shape = { side: 2 }
const app = new Hono()
app.get('/names', c => c.json([again(), renamed, size(shape), Object.keys(everything).sort()]))
app.get('/enums', c => c.json([Kind.Large, Kind[Kind.Small], ConstKind.One, Object.keys(Kind)]))
app.get('/classes', c => {
  const box = new Box<Named>({ name: 'lamp' })
  return c.json([box.content.name, box.label, Box.made, box instanceof Box, String(box)])
})
app.get('/satisfies', c => {
  const table = { a: 1, b: 2 } satisfies Record<string, number>
  const key = 'a' as keyof typeof table
  return c.json([table[key], ((value: unknown) => value as number)(3)])
})
app.get('/dynamic', async c => {
  const { HTTPException } = await import('hono/http-exception')
  return c.text(new HTTPException(418).status.toString())
})

export default app
