export default { fetch: (request: Request) => new Response(`plain ${new URL(request.url).pathname}`) }
