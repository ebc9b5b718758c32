class Server {
  #count = 0
  fetch(request: Request): Response {
    this.#count += 1
    return Response.json([this.#count, request.method])
  }
}
export default new Server()
