import { expect, test } from 'vitest'
import type { Program } from '../../src/compile/program.ts'
import type { HttpRequest } from '../../src/http/http.ts'
import { appOf, engineForTests, programOf } from './engine-page.ts'
import { openPage } from './page.ts'
import { runFiles, send, whenOpen, whenTypesUsable } from './rendition.ts'

const enginePage = engineForTests()

const ZOD = `import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { zValidator } from '@hono/zod-validator'
import { createRoute, OpenAPIHono, z as openapiZ } from '@hono/zod-openapi'
import { z } from 'zod'
const Item = z.object({ name: z.string().min(2), price: z.number().positive() }).meta({ id: 'Item' })
const app = new OpenAPIHono()
app.post('/items', zValidator('json', Item, result => {
  if (!result.success) throw new HTTPException(422, { message: result.error.issues.map(issue => issue.path.join('.') + ': ' + issue.message).join('; ') })
}), c => c.json(c.req.valid('json'), 201))
app.get('/facts', c => c.json({
  sameZod: openapiZ === z,
  isHono: app instanceof Hono,
  isType: openapiZ.string() instanceof z.ZodString,
  ids: Object.keys(z.toJSONSchema(z.globalRegistry).schemas).sort(),
}))
const route = createRoute({
  method: 'get', path: '/things/{id}',
  request: { params: openapiZ.object({ id: openapiZ.string().regex(/^[0-9]+$/) }) },
  responses: { 200: { description: 'One', content: { 'application/json': { schema: Item } } } },
})
app.openapi(route, c => c.json({ name: c.req.valid('param').id, price: 1 }, 200))
app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Items', version: '1' } })
export default app
`
const post = (body: string) => ({
  method: 'POST',
  path: '/items',
  headers: [['content-type', 'application/json'] as const],
  body: { text: body },
})
const get = (path: string): HttpRequest => ({ method: 'GET', path, headers: [] })

/** Each evaluation gets all requests. */
const answersOf = (program: Program, evaluations: number, requests: readonly HttpRequest[]) =>
  enginePage().evaluate(
    async ({ program, evaluations, requests }) => {
      const app = await engine.start(program, { signal: new AbortController().signal })
      const answers: unknown[][] = []
      for (let evaluation = 0; evaluation < evaluations; evaluation++) {
        const { failure } = await app.fresh({ env: {} })
        const sending = requests.map(request => app.send(request, { timeLimit: 1_000, abort: null }))
        const exchanges = await Promise.all(sending)
        answers.push(
          exchanges.map(exchange => {
            const { body } = exchange.response ?? {}
            return body && 'text' in body ? body.text : (failure ?? exchange.failure)?.message
          }),
        )
        await app.settle()
      }
      await app.stop()
      return answers
    },
    { program, evaluations, requests },
  )

test('packages that are fetched when needed share one copy of Hono and of zod, and forget between evaluations', async () => {
  const requests = [post('{"name":"Foo","price":1}'), post('{"name":"x","price":-1}'), get('/facts'), get('/things/7')]
  const expected = [
    '{"name":"Foo","price":1}',
    'name: Too small: expected string to have >=2 characters; price: Too small: expected number to be >0',
    '{"sameZod":true,"isHono":true,"isType":true,"ids":["Item"]}',
    '{"name":"7","price":1}',
  ]
  expect(await answersOf(await appOf(ZOD), 2, requests)).toEqual([expected, expected])
  const [[document]] = (await answersOf(await appOf(ZOD), 1, [get('/openapi.json')])) as [[string]]
  expect(Object.keys(JSON.parse(document).paths)).toEqual(['/things/{id}'])
})

test('zod is not asked whether it may use eval', async () => {
  const program = await appOf("import { z } from 'zod'\nexport default { fetch: () => Response.json(z.config()) }")
  const [[settings]] = (await answersOf(program, 1, [get('/')])) as [[string]]
  expect(JSON.parse(settings)).toMatchObject({ jitless: true })
})

const SQL_JS = `import initSqlJs from 'sql.js'
const SQL = await initSqlJs({ locateFile: name => 'https://nowhere.example/' + name })
const isMarked = 'mark' in SQL.Database
SQL.Database.mark = true
const db = new SQL.Database()
db.run('create table notes (text unique)')
db.run('insert into notes values (?)', ['one'])
export default { fetch: async () => Response.json({
  isMarked,
  isOne: (await initSqlJs()) === SQL,
  notes: db.exec('select text from notes')[0].values,
}) }
`

test('sql.js needs no address, and an evaluation makes a SQLite of its own', async () => {
  const expected = ['{"isMarked":false,"isOne":true,"notes":[["one"]]}']
  expect(await answersOf(await appOf(SQL_JS), 3, [get('/')])).toEqual([expected, expected, expected])
})

test('a realm bears hundreds of SQLites, one after the other', async () => {
  const program = await appOf(`import initSqlJs from 'sql.js'
const { Database } = await initSqlJs()
const db = new Database()
db.run('create table big as select zeroblob(1000000)')
export default { fetch: () => new Response(String(db.exec('select count(*) from big')[0].values)) }`)
  expect(await answersOf(program, 300, [get('/')])).toEqual(Array(300).fill(['1']))
}, 60_000)

test('files and packages that are import()ed come when they are asked for', async () => {
  const program = await programOf({
    'app.ts': `import { Hono } from 'hono'
const app = new Hono()
app.get('/late', async c => {
  const { loaded } = await import('./late')
  const { HTTPException } = await import('hono/http-exception')
  return c.text(loaded + new HTTPException(418).status)
})
const other = './' + 'other'
app.get('/other', async c => c.text(await import(other).catch(error => error.message)))
console.log('app')
export default app`,
    'late.ts': "console.log('late')\nexport const loaded: string = 'late '",
  })
  expect(await answersOf(program, 2, [get('/late'), get('/other')])).toEqual(
    Array(2).fill([
      'late 418',
      'could not import "./other": files are found by import statements and by import() of a plain string only',
    ]),
  )
})

test('what a program does to the globals and built-in objects is undone before the next evaluation', async () => {
  const spoil = `const found = JSON.stringify([
  Math.random() < 1, typeof Date.now(), typeof fetch, 'mine' in globalThis, 'mine' in Array.prototype,
  [3, 1].includes(1), new Response('x') instanceof Response, new Set([1]).has(1), JSON.stringify([1]),
])
globalThis.fetch = undefined
globalThis.mine = 1
Math.random = () => 7
Date.now = () => 'never'
globalThis.Date = class {}
Array.prototype.mine = 1
Array.prototype.includes = () => 'no'
Set.prototype.has = () => 'nothing'
Object.defineProperty(globalThis, 'Response', { get() { throw new Error('spoiled') }, configurable: true })
delete globalThis.setTimeout
JSON.stringify = () => 'nonsense'
Promise.prototype.mine = 1
Reflect.ownKeys = () => []
export default { fetch: () => new saved(found) }
`
  // The platform's class is taken before the program replaces it.
  const program = await appOf(`const saved = Response\n${spoil}`)
  const answers = await answersOf(program, 3, [get('/')])
  const first = '[true,"number","function",false,false,true,true,true,"[1]"]'
  expect(answers).toEqual([[first], [first], [first]])
})

test('after a program that froze a built-in object comes another realm', async () => {
  const program = await appOf(`const frozen = Object.isFrozen(Array.prototype)
Array.prototype.mine = 1
Object.freeze(Array.prototype)
export default { fetch: () => new Response(String(frozen)) }`)
  expect(await answersOf(program, 3, [get('/')])).toEqual([['false'], ['false'], ['false']])
})

test('the page fetches zod when a program first imports it, once, and not before', async () => {
  const { page } = await openPage('/exercises/08-status-codes/')
  const fetched: string[] = []
  page.on('request', request => fetched.push(new URL(request.url()).pathname))
  await whenOpen(page, '08-status-codes')
  await whenTypesUsable(page)
  const zod = () => fetched.filter(path => /\/zod-[^/]*$/.test(path))
  expect(zod()).toEqual([])
  const source = `import { z } from 'zod'
const Item = z.object({ name: z.string() })
export default { fetch: async (request: Request) => Response.json(Item.safeParse({ name: new URL(request.url).pathname })) }`
  for (const edit of ['', '// edited']) {
    await runFiles(page, { 'app.ts': source + edit })
    const { response } = await send(page, get('/Ann'))
    expect(response?.body).toEqual({ text: '{"success":true,"data":{"name":"/Ann"}}' })
  }
  // The types for the editor are fetched as well.
  await expect.poll(() => zod().filter(path => /\/zod-[^/]*\.js$/.test(path)).length).toBe(2)
})

test('what an exercise names is fetched when it is opened, so that a program may import it without a network', async () => {
  const { page, context } = await openPage('/exercises/14-password-flow-jwt/', {
    expected: [/ERR_INTERNET_DISCONNECTED/],
  })
  const fetched: string[] = []
  page.on('requestfinished', request => fetched.push(new URL(request.url()).pathname))
  await whenOpen(page, '14-password-flow-jwt')
  await expect.poll(() => fetched.filter(path => /\/zod-[^/]*\.js$/.test(path)).length).toBe(1)
  await context.setOffline(true)
  await runFiles(page, {
    'app.ts': `import { z } from 'zod'
export default { fetch: () => Response.json(z.string().safeParse('Ann').success) }`,
  })
  expect((await send(page, get('/'))).response?.body).toEqual({ text: 'true' })
})

test('the page fetches Drizzle, SQLite and their types when a program first imports them, and the editor knows them', async () => {
  const { page } = await openPage('/exercises/08-status-codes/')
  const fetched: string[] = []
  page.on('request', request => {
    const [, name] = /\/((?:drizzle|sql-js|graphql)-)[^/]*(\.[a-z]+)$/.exec(request.url()) ?? []
    if (name) fetched.push(request.url().replace(/.*\/(drizzle|sql-js|graphql)-[^.]*/, '$1'))
  })
  await whenOpen(page, '08-status-codes')
  await whenTypesUsable(page)
  expect(fetched).toEqual([])
  await runFiles(page, {
    'app.ts': `import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/sql-js'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import initSqlJs from 'sql.js'
const users = sqliteTable('users', { id: integer().primaryKey(), email: text().notNull() })
const { Database } = await initSqlJs()
const db = drizzle(new Database())
db.run('create table users (id integer primary key, email text not null)')
db.insert(users).values({ email: 'ann@example.com' }).run()
const found: { id: string; email: string }[] = db.select().from(users).where(eq(users.id, 1)).all()
export default { fetch: () => Response.json(found) }`,
  })
  const { response } = await send(page, get('/'))
  expect(response?.body).toEqual({ text: '[{"id":1,"email":"ann@example.com"}]' })
  await expect
    .poll(() => [...fetched].sort())
    .toEqual(['drizzle.js', 'drizzle.js', 'sql-js.js', 'sql-js.js', 'sql-js.wasm'])
  // An id is a number: nobody would see this mistake, and no other, who did not know the types of all these packages.
  await expect.poll(() => page.locator('.squiggly-error').count(), { timeout: 20_000 }).toBe(1)
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('F8')
  await page.getByText("Type 'number' is not assignable to type 'string'", { exact: false }).first().waitFor()
})
