// caught by: delete-effect
import { type CreateApp, type Product, type Shop, staff } from './shop.ts'
import { expect, type Suite } from './testing.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000

/** A test says what matters to it, and leaves the rest to this. */
const add = (app: Shop, { price = 30, headers = staff }: { price?: number; headers?: object } = {}) =>
  app.request('/products', {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Lamp', price, cost: price }),
  })

const added = async (app: Shop): Promise<Product> => (await add(app)).json()

const list = async (app: Shop, query = ''): Promise<Product[]> => (await app.request(`/products${query}`)).json()

const suite: Suite<CreateApp> = (it, createApp) => {
  it('adding answers 201 and where the product is', async () => {
    const response = await add(createApp())
    const { id } = await response.json()
    expect(response.status).toBe(201)
    expect(response.headers.get('Location')).toBe(`/products/${id}`)
  })

  it('nothing is free', async () => {
    const response = await add(createApp(), { price: 0 })
    expect(response.status).toBe(422)
  })

  it('the list shows of a product what customers may see', async () => {
    const app = createApp()
    const { id } = await added(app)
    // There may be others: an app can begin with products.
    const product = (await list(app)).find(one => one.id === id)
    expect(product).toEqual({ id, name: 'Lamp', price: 30, is_new: true })
  })

  it('the list has the cheapest first', async () => {
    const app = createApp()
    for (const price of [30, 10, 20]) await add(app, { price })
    const lamps = (await list(app)).filter(({ name }) => name === 'Lamp')
    expect(lamps.map(({ price }) => price)).toEqual([10, 20, 30])
  })

  it('limit is the most that the list shows', async () => {
    const app = createApp()
    await add(app)
    await add(app)
    expect((await list(app, '?limit=1')).length).toBe(1)
  })

  it('a 404 names the product', async () => {
    const response = await createApp().request('/products/987654')
    expect(await response.json()).toEqual({ detail: 'Product 987654 not found' })
  })

  it('a deleted product is gone', async () => {
    const app = createApp()
    const { id } = await added(app)
    const response = await app.request(`/products/${id}`, { method: 'DELETE', headers: staff })
    expect(response.status).toBe(204)
  })

  it('only the staff deletes', async () => {
    const response = await createApp().request('/products/987654', { method: 'DELETE' })
    expect(response.status).toBe(401)
  })

  it('a token is good for its own request only', async () => {
    const app = createApp()
    await add(app)
    const response = await add(app, { headers: {} })
    expect(response.status).toBe(401)
  })

  for (const [age, isNew] of [
    [WEEK - 1, true],
    [WEEK, false],
  ] as const) {
    it(`is_new is ${isNew} after ${age} ms`, async () => {
      let now = Date.parse('2030-05-01T12:00:00Z')
      const app = createApp({ now: () => now })
      const { id } = await added(app)
      now += age
      const product = (await list(app)).find(one => one.id === id)
      expect(product?.is_new).toBe(isNew)
    })
  }

  it('the week begins when the product is added', async () => {
    let now = Date.parse('2030-05-01T12:00:00Z')
    const app = createApp({ now: () => now })
    await add(app)
    now += WEEK
    expect((await added(app)).is_new).toBe(true)
  })
}

export default suite
