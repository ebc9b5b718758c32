/**
 * What the self-test will do, and who will hear of it, before anything is done.
 * @module
 */

export function Introduction() {
  return (
    <div className="prose">
      <p>
        This page finds out whether everything that Rendition takes for granted is so in your browser. It puts the
        conformance suite, several hundred small programs and requests with known answers, to the engine of this page.
        Then it starts a WebContainer, which is Node running in your browser, probes what only the real one can settle,
        and puts the same suite to it.
      </p>
      <p>
        The WebContainer comes from StackBlitz: once you start, the page contacts <code>stackblitz.com</code> and hosts
        of the same company, which learn your IP address, your browser and the address of this site. Nothing is
        contacted before that, nothing of your code is read, and the results stay in this page until you copy them
        yourself.
      </p>
    </div>
  )
}
