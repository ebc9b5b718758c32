import { testClient } from 'hono/testing'
import { type CreateApp, type Shop, staff } from './shop.ts'
import { expect, type Suite } from './testing.ts'

const day = 24 * 60 * 60 * 1000
const vase = { name: 'Vase', price: 12, cost: 7 }

type Client = ReturnType<typeof testClient<Shop>>

/** The client knows the body of every status, so what is no success has to be ruled out. */
const added = async (client: Client, price = vase.price) => {
  const response = await client.products.$post({ json: { ...vase, price } }, { headers: staff })
  if (!response.ok) throw new Error(`adding was answered with ${response.status}`)
  return response.json()
}

const suite: Suite<CreateApp> = (it, createApp) => {
  it('POST /products: 201, Location and the product', async () => {
    const client = testClient(createApp())
    const response = await client.products.$post({ json: vase }, { headers: staff })
    expect(response.status).toBe(201)
    const { id } = await added(client)
    const product = await client.products[':id'].$get({ param: { id: String(id) } })
    expect(await product.json()).toEqual({ id, name: 'Vase', price: 12, is_new: true })
    expect(response.headers.get('location')).toContain('/products/')
  })

  for (const price of [0, -1, 1.5]) {
    it(`POST /products: 422 for a price of ${price}`, async () => {
      const client = testClient(createApp())
      const response = await client.products.$post({ json: { ...vase, price } }, { headers: staff })
      expect(response.status).toBe(422)
    })
  }

  it('POST /products: 401 without a token, even when there was one before', async () => {
    const client = testClient(createApp())
    for (const headers of [{}, staff, {}]) {
      const response = await client.products.$post({ json: vase }, { headers })
      expect(response.status).toBe('Authorization' in headers ? 201 : 401)
    }
  })

  it('GET /products: sorted, cut, and without the cost', async () => {
    const client = testClient(createApp())
    for (const price of [30, 10, 20]) await added(client, price)
    const all = await (await client.products.$get({ query: {} })).json()
    const prices = all.map(({ price }) => price)
    expect(prices).toEqual(prices.toSorted((one, other) => one - other))
    for (const product of all) expect(product).not.toHaveProperty('cost')

    const two = await (await client.products.$get({ query: { limit: '2' } })).json()
    expect(two).toEqual(all.slice(0, 2))
  })

  it('GET and DELETE /products/:id', async () => {
    const client = testClient(createApp())
    const { id } = await added(client)
    const one = client.products[':id']
    const args = { param: { id: String(id) } }
    expect((await one.$delete(args)).status).toBe(401)
    expect((await one.$get(args)).status).toBe(200)
    expect((await one.$delete(args, { headers: staff })).status).toBe(204)
    const gone = await one.$get(args)
    expect(gone.status).toBe(404)
    expect(await gone.json()).toEqual({ detail: `Product ${id} not found` })
  })

  it('is_new ends after seven days, for each product by itself', async () => {
    let now = 0
    const client = testClient(createApp({ now: () => now }))
    const first = await added(client)
    now = 8 * day
    const second = await added(client)
    const all = await (await client.products.$get({ query: {} })).json()
    expect(all.filter(({ is_new }) => is_new).map(({ id }) => id)).toEqual([second.id])
    expect(first.is_new).toBe(true)
  })
}

export default suite
