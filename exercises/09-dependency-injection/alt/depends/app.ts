import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { events, Session, type Table } from './database.ts'

/** What a dependency asks for when it runs: other dependencies, and to be told when the request is over. */
interface Scope {
  c: Context
  get: <Value>(dependency: Dependency<Value>) => Promise<Value>
  onExit: (exit: (error: Error | undefined) => void | Promise<void>) => void
}

type Dependency<Value> = (scope: Scope) => Value | Promise<Value>

/** FastAPI's graph in small: one value per dependency and request, and what was opened last is closed first. */
const solve = (c: Context): Scope & { exit: () => Promise<void> } => {
  const values = new Map<unknown, Promise<unknown>>()
  const exits: ((error: Error | undefined) => void | Promise<void>)[] = []
  const scope: Scope = {
    c,
    get: <Value>(dependency: Dependency<Value>) => {
      const value = (values.get(dependency) as Promise<Value> | undefined) ?? (async () => dependency(scope))()
      values.set(dependency, value)
      return value
    },
    onExit: exit => exits.unshift(exit),
  }
  return {
    ...scope,
    async exit() {
      for (const exit of exits) await exit(c.error)
    },
  }
}

const scopes = new WeakMap<Context, Scope>()

/** The value of a dependency in this request. */
const depends = <Value>(c: Context, dependency: Dependency<Value>): Promise<Value> => {
  const scope = scopes.get(c)
  if (!scope) throw new Error('the middleware that solves dependencies is missing')
  return scope.get(dependency)
}

class ApiError extends HTTPException {
  constructor(
    status: 400 | 409 | 422,
    readonly detail: unknown,
  ) {
    super(status)
  }
}

const invalid = (loc: [string, string]) => new ApiError(422, [{ loc, msg: 'Not a valid value', type: 'value_error' }])

// The dependencies.

const readPage: Dependency<{ skip: number; limit: number }> = ({ c }) => {
  const { skip = '0', limit = '10' } = c.req.query()
  if (!/^[0-9]+$/.test(skip)) throw invalid(['query', 'skip'])
  if (!/^([1-9][0-9]?|100)$/.test(limit)) throw invalid(['query', 'limit'])
  return { skip: Number(skip), limit: Number(limit) }
}

const verifyToken: Dependency<void> = ({ c }) => {
  const token = c.req.header('x-token')
  if (token === undefined) throw invalid(['header', 'x-token'])
  if (token !== 'library-card') throw new ApiError(400, 'X-Token header invalid')
}

const openSession: Dependency<Session> = ({ onExit }) => {
  const session = new Session()
  onExit(() => session.close())
  return session
}

/** Another function is another dependency. */
const openOwnSession: Dependency<Session> = scope => openSession(scope)

const beginTransaction: Dependency<Session> = async ({ get, onExit }) => {
  const session = await get(openSession)
  session.begin()
  onExit(error => (error ? session.rollback() : session.commit()))
  return session
}

const reader =
  (table: Table): Dependency<{ all: () => Promise<readonly string[]> }> =>
  async ({ get }) => {
    const session = await get(openSession)
    return { all: () => session.read(table) }
  }

const readBooks = reader('books')
const readMembers = reader('members')

// The routes.

const app = new Hono()

app.use(async (c, next) => {
  const scope = solve(c)
  scopes.set(c, scope)
  await next()
  await scope.exit()
})

app.onError((error, c) => {
  if (error instanceof ApiError) return c.json({ detail: error.detail }, error.status)
  console.error(error)
  return c.text('Internal Server Error', 500)
})

const cut = (items: readonly string[], { skip, limit }: { skip: number; limit: number }) => ({
  skip,
  limit,
  items: items.slice(skip, skip + limit),
})

app.get('/books', async c => {
  const page = await depends(c, readPage)
  const books = await depends(c, readBooks)
  return c.json(cut(await books.all(), page))
})

app.get('/members', async c => {
  await depends(c, verifyToken)
  const page = await depends(c, readPage)
  const members = await depends(c, readMembers)
  return c.json(cut(await members.all(), page))
})

app.use('/desk/*', async (c, next) => {
  await depends(c, verifyToken)
  await next()
})

app.get('/desk/report', async c => {
  const [books, members] = await Promise.all([depends(c, readBooks), depends(c, readMembers)])
  const [all, everybody] = await Promise.all([books.all(), members.all()])
  return c.json({ books: all.length, members: everybody.length })
})

app.get('/desk/loans', async c => {
  const session = await depends(c, openSession)
  return c.json(await session.read('loans'))
})

app.post('/desk/exchanges/:returned/:wanted', async c => {
  const session = await depends(c, beginTransaction)
  const audit = await depends(c, openOwnSession)
  const { returned, wanted } = c.req.param()
  session.giveBack(returned)
  const lent = await session.lend(wanted)
  await audit.note(`${wanted} for ${returned}: ${lent ? 'lent' : 'refused'}`)
  if (!lent) throw new ApiError(409, `${wanted} is lent`)
  return c.json({ returned, lent: wanted }, 201)
})

app.get('/log', c => c.json(events))

export default app
