/**
 * The app under test: a shop. It comes right, rewritten (as right, but other inside), and with one defect at a time.
 * @module
 */

import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { validator } from 'hono/validator'

export const variants = [
  'right',
  'rewritten',
  'created-as-200',
  'no-location',
  'free-product',
  'cost-in-list',
  'unsorted',
  'limit-ignored',
  'unnamed-404',
  'delete-nothing',
  'delete-for-anyone',
  'login-stays',
  'new-for-ever',
  'age-from-start',
] as const

export type Variant = (typeof variants)[number]

/** What a test can replace. */
export interface Options {
  /** The clock, in ms since 1970. */
  now?: () => number
}

interface NewProduct {
  name: string
  /** What customers pay. */
  price: number
  /** What the shop itself pays, which is nobody else's business. */
  cost: number
}

/** What customers see. */
export interface Product {
  id: number
  name: string
  price: number
  /** In the first week after it was added. */
  is_new: boolean
}

interface StoredProduct extends NewProduct {
  id: number
  addedAt: number
}

/** The headers of a request from the staff. */
export const staff = { Authorization: 'Bearer open-sesame' }

const WEEK = 7 * 24 * 60 * 60 * 1000

/** Writing takes longer than reading, as with a database: whoever does not wait for it comes too early. */
const write = createMiddleware(async (c, next) => {
  for (let turn = 0; turn < 100 && c.req.method !== 'GET'; turn++) await null
  await next()
})

/** Gives the `createApp` of a variant. Each call of that makes an app with a stock of its own. */
export const shopOf =
  (variant: Variant) =>
  ({ now = Date.now }: Options = {}) => {
    const is = (other: Variant) => variant === other

    const stock = new Map<number, StoredProduct>()
    let nextId = is('rewritten') ? 1001 : 1
    if (is('rewritten')) stock.set(500, { id: 500, name: 'Stool', price: 45, cost: 9, addedAt: 0 })

    let staffHasAdded = false
    let firstRequest: number | null = null

    const isStaff = (authorization: string | undefined) => authorization === staff.Authorization

    const shown = ({ id, name, price, addedAt }: StoredProduct): Product => {
      firstRequest ??= now()
      const age = now() - (is('age-from-start') ? firstRequest : addedAt)
      const isNew = is('new-for-ever') || age < WEEK
      return is('rewritten') ? { is_new: isNew, price, name, id } : { id, name, price, is_new: isNew }
    }

    const notFound = (id: string) => ({ detail: is('unnamed-404') ? 'Not Found' : `Product ${id} not found` })

    const refused = {
      body: { detail: is('rewritten') ? 'Please log in' : 'Not authenticated' },
      headers: { 'WWW-Authenticate': 'Bearer' },
    }

    const staffAdds = createMiddleware(async (c, next) => {
      const isAllowed = isStaff(c.req.header('Authorization')) || (is('login-stays') && staffHasAdded)
      if (!isAllowed) return c.json(refused.body, 401, refused.headers)
      staffHasAdded = true
      await next()
    })

    const staffDeletes = createMiddleware(async (c, next) => {
      const isAllowed = isStaff(c.req.header('Authorization')) || is('delete-for-anyone')
      if (!isAllowed) return c.json(refused.body, 401, refused.headers)
      await next()
    })

    const newProduct = validator('json', ({ name, price, cost }: Partial<NewProduct>, c) => {
      const wrong = (field: string, msg: string) => c.json({ detail: [{ loc: ['body', field], msg }] }, 422)
      const lowest = is('free-product') ? 0 : 1
      if (typeof name !== 'string') return wrong('name', 'A name is required')
      if (typeof price !== 'number' || !Number.isInteger(price) || price < lowest) {
        return wrong('price', is('rewritten') ? 'Too cheap' : 'The price must be a whole number above 0')
      }
      if (typeof cost !== 'number') return wrong('cost', 'A cost is required')
      return { name, price, cost }
    })

    const listQuery = validator('query', ({ limit }): { limit?: string } =>
      typeof limit === 'string' ? { limit } : {},
    )

    return new Hono()
      .use(write)
      .get('/products', listQuery, c => {
        const products = [...stock.values()]
        if (!is('unsorted')) products.sort((one, other) => one.price - other.price)
        const { limit = '100' } = c.req.valid('query')
        const listed = is('limit-ignored') ? products : products.slice(0, Number(limit))
        return c.json(listed.map(product => (is('cost-in-list') ? { ...product, ...shown(product) } : shown(product))))
      })
      .get('/products/:id', c => {
        const id = c.req.param('id')
        const product = stock.get(Number(id))
        return product ? c.json(shown(product)) : c.json(notFound(id), 404)
      })
      .post('/products', staffAdds, newProduct, c => {
        const product = { ...c.req.valid('json'), id: nextId, addedAt: now() }
        nextId += is('rewritten') ? 7 : 1
        stock.set(product.id, product)
        if (!is('no-location')) c.header('Location', `/products/${product.id}`)
        return c.json(shown(product), is('created-as-200') ? 200 : 201)
      })
      .delete('/products/:id', staffDeletes, c => {
        const id = c.req.param('id')
        if (!stock.has(Number(id))) return c.json(notFound(id), 404)
        if (!is('delete-nothing')) stock.delete(Number(id))
        return c.body(null, 204)
      })
  }

export type CreateApp = ReturnType<typeof shopOf>
export type Shop = ReturnType<CreateApp>
