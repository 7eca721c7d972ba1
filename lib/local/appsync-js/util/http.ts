import { currentCall } from '../call';

/** Headers that concern one connection only: AWS, HTTP helpers in util.http. */
const restrictedHeaders = new Set([
  'transfer-encoding', 'connection', 'host', 'expect', 'keep-alive', 'upgrade', 'proxy-authenticate', 'proxy-authorization', 'te', 'content-length',
]);
const restrictedPrefixes = ['x-amzn-', 'x-amz-'];
const maximumBytes = 4096;

/** `util.http`. */
export const http = {
  copyHeaders: (headers: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !restrictedHeaders.has(name.toLowerCase()))),
  addResponseHeader: (name: string, value: unknown): void => add(name, value),
  addResponseHeaders: (headers: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(headers)) add(name, value);
  },
};

function add(name: string, value: unknown): void {
  const prefix = restrictedPrefixes.find((restricted) => name.toLowerCase().startsWith(restricted));
  if (prefix) throw new Error(`util.http.addResponseHeader: the name '${name}' starts with '${prefix}', which AWS keeps for itself`);
  if (restrictedHeaders.has(name.toLowerCase())) throw new Error(`util.http.addResponseHeader: the header '${name}' is about the connection, which is AppSync's own`);
  const { responseHeaders } = currentCall().effects;
  responseHeaders[name] = typeof value === 'string' ? value : JSON.stringify(value);
  const bytes = Buffer.byteLength(Object.entries(responseHeaders).flat().join(''));
  if (bytes > maximumBytes) throw new Error(`util.http.addResponseHeader: the headers take ${bytes} bytes, of at most ${maximumBytes}`);
}
