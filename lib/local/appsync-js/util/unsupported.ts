/** A function of AppSync that the local API does not have: it throws, so that nothing is left out in silence. */
export function unsupported(name: string): () => never {
  return () => {
    throw new Error(`${name} is not supported by the local API; only AppSync itself can run this resolver`);
  };
}
