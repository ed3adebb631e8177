/**
 * A module that is compiled when it is first asked for, once in each thread; null where there is no WebAssembly with
 * vectors, or the page does not allow it.
 *
 * @param base64 the module's bytes
 */
export function compiledModule(base64: string): () => WebAssembly.Module | null {
  let compiled: WebAssembly.Module | null | undefined;
  return () => {
    if (compiled === undefined) {
      try {
        compiled = new WebAssembly.Module(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
      } catch {
        compiled = null;
      }
    }
    return compiled;
  };
}
