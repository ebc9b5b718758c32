import { type Context, Hono } from 'hono'

type Loc = (string | number)[]
type Detail = { loc: Loc; msg: string }[]
type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads values, and notes what is wrong with them instead of stopping there. */
class Reader {
  readonly detail: Detail = []

  fail(loc: Loc, msg: string): null {
    this.detail.push({ loc, msg })
    return null
  }

  text(value: unknown, loc: Loc): string | null {
    if (value === undefined) return this.fail(loc, 'Field required')
    return typeof value === 'string' ? value : this.fail(loc, 'Input should be a valid string')
  }

  float(value: unknown, loc: Loc): number | null {
    if (value === undefined) return this.fail(loc, 'Field required')
    if (typeof value === 'number') return value
    if (typeof value === 'string' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim())) return Number(value)
    return this.fail(loc, 'Input should be a valid number')
  }

  int(text: string | undefined, loc: Loc): number | null {
    if (text === undefined) return this.fail(loc, 'Field required')
    return /^[-+]?\d+$/.test(text) ? Number(text) : this.fail(loc, 'Input should be a valid integer')
  }

  texts(value: unknown, loc: Loc): (string | null)[] | null {
    if (!Array.isArray(value)) return this.fail(loc, 'Input should be a valid list')
    return value.map((item, index) => this.text(item, [...loc, index]))
  }

  maker(value: unknown, loc: Loc) {
    if (!isFields(value)) return this.fail(loc, 'Input should be a valid dictionary')
    const { name, country = null } = value
    return {
      name: this.text(name, [...loc, 'name']),
      country: country === null ? null : this.text(country, [...loc, 'country']),
    }
  }

  item(value: unknown) {
    if (!isFields(value)) return this.fail(['body'], 'Input should be a valid dictionary')
    const { tax = null, tags = [], maker = null } = value
    const item = {
      name: this.text(value.name, ['body', 'name']),
      price: this.float(value.price, ['body', 'price']),
      tax: tax === null ? null : this.float(tax, ['body', 'tax']),
      tags: this.texts(tags, ['body', 'tags']),
      maker: maker === null ? null : this.maker(maker, ['body', 'maker']),
    }
    const isTaxed = item.price !== null && item.tax !== null
    return { ...item, price_with_tax: isTaxed ? Number(item.price) + Number(item.tax) : null }
  }
}

const readJson = async (c: Context): Promise<unknown> => {
  const [type = ''] = (c.req.header('Content-Type') ?? '').toLowerCase().split(';')
  if (type !== 'application/json' && !type.endsWith('+json')) return undefined
  try {
    return JSON.parse(await c.req.text())
  } catch {
    return undefined
  }
}

const app = new Hono()

app.post('/items', async c => {
  const reader = new Reader()
  const item = reader.item(await readJson(c))
  return reader.detail.length === 0 ? c.json(item) : c.json({ detail: reader.detail }, 422)
})

app.put('/items/:item_id', async c => {
  const reader = new Reader()
  const answer = {
    item_id: reader.int(c.req.param('item_id'), ['path', 'item_id']),
    version: reader.int(c.req.query('version'), ['query', 'version']),
    ...reader.item(await readJson(c)),
  }
  return reader.detail.length === 0 ? c.json(answer) : c.json({ detail: reader.detail }, 422)
})

export default app
