// caught by: closing-order
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { validator } from 'hono/validator'
import { events, Session, type Table } from './database.ts'

/** What the dependencies leave for those after them: it belongs to one request, as the context does. */
interface Env {
  Variables: {
    session: Session
    audit: Session
    closing: Session[]
    books: () => Promise<readonly string[]>
    members: () => Promise<readonly string[]>
  }
}

/** FastAPI's HTTPException: thrown, and sent as JSON. */
const problem = (status: 400 | 409 | 422, detail: unknown) =>
  new HTTPException(status, { res: Response.json({ detail }) })

const invalid = (...loc: [source: 'header' | 'query', name: string]) =>
  problem(422, [{ loc, msg: 'This is missing, or not as it should be' }])

const isWhole = (value: unknown): boolean => /^\d+$/.test(String(value))

/** The parameters that all lists share, read and tested in one place. */
const page = validator('query', ({ skip = '0', limit = '10' }) => {
  if (!isWhole(skip)) throw invalid('query', 'skip')
  if (!isWhole(limit) || Number(limit) < 1 || Number(limit) > 100) throw invalid('query', 'limit')
  return { skip: Number(skip), limit: Number(limit) }
})

/** A guard hands on nothing. It throws, or it does not. */
const verifyToken = createMiddleware(async (c, next) => {
  const token = c.req.header('X-Token')
  if (token === undefined) throw invalid('header', 'x-token')
  if (token !== 'library-card') throw problem(400, 'X-Token header invalid')
  await next()
})

/** What FastAPI has before the yield stands before next(), what it has after it stands after next(). */
const opening = (name: 'session' | 'audit') =>
  createMiddleware<Env>(async (c, next) => {
    // Once per request: whoever comes second finds it open, and leaves it open.
    if (c.get(name)) return next()
    const session = new Session()
    c.set(name, session)
    if (name === 'session') c.set('closing', [])
    const closing = c.get('closing')
    closing.push(session)
    await next()
    // The first of them closes all.
    if (closing[0] === session) for (const one of closing) one.close()
  })

const session = opening('session')
/** Depends(open_session, use_cache=False): another name, and so another session. */
const audit = opening('audit')

/** A dependency brings along what it depends on. */
const transaction = createMiddleware<Env>((c, next) =>
  session(c, async () => {
    c.var.session.begin()
    await next()
    // An error of the handler does not come through next(): by now Hono has made an answer of it.
    if (c.error) c.var.session.rollback()
    else await c.var.session.commit()
  }),
)

const reader = (table: Exclude<Table, 'loans'>) =>
  createMiddleware<Env>((c, next) =>
    session(c, () => {
      c.set(table, () => c.var.session.read(table))
      return next()
    }),
  )

const books = reader('books')
const members = reader('members')

const cut = (items: readonly string[], { skip, limit }: { skip: number; limit: number }) => ({
  skip,
  limit,
  items: items.slice(skip, skip + limit),
})

const app = new Hono()

app.get('/books', page, books, async c => c.json(cut(await c.var.books(), c.req.valid('query'))))

// A guard of one route …
app.get('/members', verifyToken, page, members, async c => c.json(cut(await c.var.members(), c.req.valid('query'))))

// … and of a whole group: it guards the routes that come after it.
const desk = new Hono()
desk.use(verifyToken)

desk.get('/report', books, members, async c =>
  c.json({ books: (await c.var.books()).length, members: (await c.var.members()).length }),
)

desk.get('/loans', session, async c => c.json(await c.var.session.read('loans')))

desk.post('/exchanges/:returned/:wanted', transaction, audit, async c => {
  const { returned, wanted } = c.req.param()
  c.var.session.giveBack(returned)
  const isLent = await c.var.session.lend(wanted)
  await c.var.audit.note(`${wanted} for ${returned}: ${isLent ? 'lent' : 'refused'}`)
  if (!isLent) throw problem(409, `${wanted} is lent`)
  return c.json({ returned, lent: wanted }, 201)
})

app.route('/desk', desk)

app.get('/log', c => c.json(events))

export default app
