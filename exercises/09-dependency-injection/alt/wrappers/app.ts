import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { events, Session } from './database.ts'

// No memo and no variables: what a handler needs, it is handed, and whoever hands it over cleans up after it.

class Refusal extends Error {
  constructor(
    readonly status: 400 | 409 | 422,
    readonly detail: unknown,
  ) {
    super(`answered ${status}`)
  }
}

const invalid = (...loc: string[]) => new Refusal(422, [{ loc, msg: 'Field required or out of bounds' }])

const withSession = async <Result>(use: (session: Session) => Promise<Result>): Promise<Result> => {
  const session = new Session()
  try {
    return await use(session)
  } finally {
    session.close()
  }
}

/** Commits when all goes well; an error rolls back, and goes on its way. */
const withTransaction = <Result>(use: (session: Session) => Promise<Result>): Promise<Result> =>
  withSession(async session => {
    session.begin()
    try {
      const result = await use(session)
      await session.commit()
      return result
    } catch (error) {
      session.rollback()
      throw error
    }
  })

const numberFrom = (c: Context, name: string, fallback: number, least: number, most: number): number => {
  const text = c.req.query(name)
  if (text === undefined) return fallback
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw invalid('query', name)
}

const pageOf = (c: Context) => {
  const skip = numberFrom(c, 'skip', 0, 0, Number.MAX_SAFE_INTEGER)
  const limit = numberFrom(c, 'limit', 10, 1, 100)
  return (all: readonly string[]) => ({ skip, limit, items: all.slice(skip, skip + limit) })
}

const staffOnly = createMiddleware((c, next) => {
  switch (c.req.header('X-Token')) {
    case undefined:
      throw invalid('header', 'x-token')
    case 'library-card':
      return next()
    default:
      throw new Refusal(400, 'X-Token header invalid')
  }
})

const app = new Hono()
  .onError((error, c) =>
    error instanceof Refusal ? c.json({ detail: error.detail }, error.status) : c.text('Internal Server Error', 500),
  )
  .get('/log', c => c.json(events))
  .get('/books', async c => {
    const cut = pageOf(c)
    return c.json(cut(await withSession(session => session.read('books'))))
  })
  .use('/members', staffOnly)
  .get('/members', async c => {
    const cut = pageOf(c)
    return c.json(cut(await withSession(session => session.read('members'))))
  })
  .basePath('/desk')
  .use(staffOnly)
  .get('/report', c =>
    withSession(async session => {
      const books = await session.read('books')
      const members = await session.read('members')
      return c.json({ books: books.length, members: members.length })
    }),
  )
  .get('/loans', c => withSession(async session => c.json(await session.read('loans'))))
  .post('/exchanges/:returned/:wanted', c => {
    const { returned, wanted } = c.req.param()
    return withTransaction(session =>
      withSession(async audit => {
        session.giveBack(returned)
        const lent = await session.lend(wanted)
        await audit.note(`${wanted} for ${returned}: ${lent ? 'lent' : 'refused'}`)
        if (!lent) throw new Refusal(409, `${wanted} is lent`)
        return c.json({ returned, lent: wanted }, 201)
      }),
    )
  })

export default app
