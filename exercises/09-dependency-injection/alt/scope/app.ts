import type { MiddlewareHandler } from 'hono'
import { createFactory } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { events, Session } from './database.ts'

/** The sessions of one request, opened when somebody first asks, closed when the request is over. */
class Scope {
  readonly #open: { session: Session; inTransaction: boolean }[] = []
  #shared: Session | null = null

  #add(inTransaction: boolean): Session {
    const session = new Session()
    this.#open.push({ session, inTransaction })
    if (inTransaction) session.begin()
    return session
  }

  get session(): Session {
    this.#shared ??= this.#add(false)
    return this.#shared
  }

  get transaction(): Session {
    this.#shared ??= this.#add(true)
    return this.#shared
  }

  ownSession(): Session {
    return this.#add(false)
  }

  async close(failed: boolean): Promise<void> {
    for (const { session, inTransaction } of this.#open.reverse()) {
      if (inTransaction && failed) session.rollback()
      else if (inTransaction) await session.commit()
      session.close()
    }
  }
}

const factory = createFactory<{ Variables: { scope: Scope } }>({
  initApp: app => {
    app.use(async (c, next) => {
      const scope = new Scope()
      c.set('scope', scope)
      await next()
      await scope.close(c.error !== undefined)
    })
    app.onError((error, c) => {
      if (error instanceof HTTPException) return c.json({ detail: error.cause ?? error.message }, error.status)
      return c.text('Internal Server Error', 500)
    })
  },
})

const invalid = (place: string, name: string): HTTPException =>
  new HTTPException(422, { cause: [{ type: 'value_error', loc: [place, name], msg: 'Bad value', input: null }] })

const app = factory.createApp()

/** Reads the parameters of a list, and cuts the page out of it. */
const paged = (query: Record<string, string>) => {
  const { skip = '0', limit = '10' } = query
  for (const [name, text, most] of [
    ['skip', skip, Number.MAX_SAFE_INTEGER],
    ['limit', limit, 100],
  ] as const) {
    const least = name === 'limit' ? 1 : 0
    if (!/^\d+$/.test(text) || Number(text) > most || Number(text) < least) throw invalid('query', name)
  }
  return (all: readonly string[]) => ({
    skip: Number(skip),
    limit: Number(limit),
    items: all.slice(Number(skip)).slice(0, Number(limit)),
  })
}

const guard: MiddlewareHandler = async (c, next) => {
  const token = c.req.header('X-Token')
  if (token === undefined) throw invalid('header', 'x-token')
  if (token !== 'library-card') throw new HTTPException(400, { message: 'X-Token header invalid' })
  await next()
}

app.get('/books', async c => {
  const cut = paged(c.req.query())
  return c.json(cut(await c.var.scope.session.read('books')))
})

app.get('/members', guard, async c => {
  const cut = paged(c.req.query())
  return c.json(cut(await c.var.scope.session.read('members')))
})

app.use('/desk/*', guard)

app.get('/desk/report', async c => {
  const { scope } = c.var
  const [books, members] = await Promise.all([scope.session.read('books'), scope.session.read('members')])
  return c.json({ books: books.length, members: members.length })
})

app.get('/desk/loans', async c => c.json(await c.var.scope.session.read('loans')))

app.post('/desk/exchanges/:returned/:wanted', async c => {
  const { returned, wanted } = c.req.param()
  const session = c.var.scope.transaction
  const audit = c.var.scope.ownSession()
  session.giveBack(returned)
  const lent = await session.lend(wanted)
  await audit.note(`${wanted} for ${returned}: ${lent ? 'lent' : 'refused'}`)
  if (!lent) throw new HTTPException(409, { message: `${wanted} is lent` })
  return c.json({ returned, lent: wanted }, 201)
})

app.get('/log', c => c.json(events))

export default app
