import { randomBytes, randomUUID } from 'node:crypto';

const crockfordBase32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** KSUIDs count seconds from here, not from 1970. */
const ksuidEpochSeconds = 1_400_000_000;

/** `util`'s functions that make identifiers. */
export const identifiers = {
  autoId: (): string => randomUUID(),
  /** 48 bits of milliseconds, then 80 random ones. */
  autoUlid: (): string => {
    const milliseconds = Buffer.alloc(6);
    milliseconds.writeUIntBE(Date.now(), 0, 6);
    return inAlphabet(Buffer.concat([milliseconds, randomBytes(10)]), crockfordBase32, 26);
  },
  /** 32 bits of seconds, then 128 random ones. */
  autoKsuid: (): string => {
    const seconds = Buffer.alloc(4);
    seconds.writeUInt32BE(Math.floor(Date.now() / 1000) - ksuidEpochSeconds);
    return inAlphabet(Buffer.concat([seconds, randomBytes(16)]), base62, 27);
  },
};

/** Writes bytes as one number in the base that the alphabet gives, with leading zeros. */
function inAlphabet(bytes: Buffer, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let digit = 0; digit < length; digit += 1) {
    text = alphabet[Number(rest % base)] + text;
    rest /= base;
  }
  return text;
}
