const escapes: Readonly<Record<string, string>> = {
  '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\'': '\\\'', '\\': '\\\\', '/': '\\/',
};

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** `util`'s functions that encode and decode text. */
export const encoding = {
  escapeJavaScript: (value: string): string =>
    value.replace(/["'\\/]|[^ -~]/g, (character) => escapes[character] ?? unicodeEscape(character)),
  // URLSearchParams writes exactly application/x-www-form-urlencoded.
  urlEncode: (value: string): string => new URLSearchParams({ '': value }).toString().slice(1),
  urlDecode: (value: string): string => {
    try {
      return decodeURIComponent(value.replaceAll('+', ' '));
    } catch {
      throw new Error(`util.urlDecode: ${JSON.stringify(value)} is not URL encoded`);
    }
  },
  base64Encode: (value: string): string => Buffer.from(value).toString('base64'),
  base64Decode: (value: string): string => Buffer.from(value, 'base64').toString(),
};
