import { graphqlServer } from '@hono/graphql-server'
import {
  buildSchema,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  graphql,
  printSchema,
} from 'graphql'
import { type Context, Hono } from 'hono'

const books = [
  { id: 1, title: 'Dune', year: 1965 },
  { id: 2, title: 'Emma', year: 1815 },
]
const schema = buildSchema(`
  "What can be lent."
  type Book { id: Int!, title: String!, year: Int }
  type Query { book(id: Int!): Book, books(before: Int): [Book!]!, who: String, broken: String! }
  type Mutation { add(title: String!, year: Int): Book! }
`)
const rootResolver = (c: Context) => ({
  book: ({ id }: { id: number }) => {
    const book = books.find(one => one.id === id)
    if (!book) throw new GraphQLError(`no book ${id}`, { extensions: { code: 'NOT_FOUND' } })
    return book
  },
  books: ({ before = 9999 }: { before?: number }) => books.filter(({ year }) => year < before),
  who: async () => c.req.header('x-user') ?? null,
  broken: () => null,
  add: ({ title, year }: { title: string; year?: number }) => {
    const book = { id: books.length + 1, title, year: year ?? 0 }
    books.push(book)
    return book
  },
})

const Author = new GraphQLObjectType({
  name: 'Author',
  fields: { name: { type: new GraphQLNonNull(GraphQLString) }, born: { type: GraphQLInt } },
})
const own = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      authors: { type: new GraphQLList(Author), resolve: async () => [{ name: 'Austen', born: 1775 }, { name: null }] },
    },
  }),
})

const app = new Hono()
app.use('/graphql', graphqlServer({ schema, rootResolver }))
app.use('/pretty', graphqlServer({ schema, rootResolver, pretty: true, graphiql: true }))
app.get('/schema', c => c.text(printSchema(schema)))
app.get('/own', async c => c.json(await graphql({ schema: own, source: c.req.query('query') ?? '' })))
export default app
