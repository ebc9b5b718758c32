/**
 * What the catalogue says of itself, in the page and in its static copy.
 * @module
 */

export const HEADING = 'Know FastAPI? Write it in Hono.'

export const LEAD =
  'Each exercise shows an interview question and the FastAPI code that answers it. You write the Hono rendition, and with every key you press your server gets real requests: you see at once which status, header or body is not yet right. It all runs in this page. No account, no server, and your code stays in your browser.'
