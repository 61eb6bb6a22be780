/** Holds an address to a rate. */
export interface RateLimiter {
  /**
   * Takes one request of an address.
   *
   * @returns seconds after which to come again; 0 when the request may pass
   */
  take(address: string): number;
}

export interface Rate {
  /** Requests at once. */
  readonly burst: number;
  /** Requests a second in the long run. */
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  /** In milliseconds since 1970. */
  filledAt: number;
}

/** Addresses remembered. */
const ADDRESSES = 5000;

/**
 * A token bucket an address, in the memory of one isolate. A caller mostly reaches the same isolate, so that the rate holds
 * within a small factor. Counting in the database would turn each read into one of the account's daily writes, which the bot
 * needs, and would let anyone use them up.
 *
 * @param now milliseconds since 1970
 */
export function createRateLimiter({ burst, perSecond }: Rate, now: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(address) {
      const time = now();
      const { tokens, filledAt } = buckets.get(address) ?? { tokens: burst, filledAt: time };
      const filled = Math.min(burst, tokens + ((time - filledAt) / 1000) * perSecond);
      const isFree = filled >= 1;
      // Written anew, so that the first key is the one that was not seen for longest.
      buckets.delete(address);
      buckets.set(address, { tokens: isFree ? filled - 1 : filled, filledAt: time });
      const [oldest] = buckets.keys();
      if (buckets.size > ADDRESSES && oldest !== undefined) buckets.delete(oldest);
      return isFree ? 0 : Math.ceil((1 - filled) / perSecond);
    },
  };
}

/**
 * Whom a request counts for: an IPv4 address, or the first four groups of an IPv6 one, for a household has all addresses that
 * begin with them.
 *
 * @param address as Cloudflare gives it in CF-Connecting-IP; undefined on a machine without Cloudflare before it
 */
export function callerOf(address: string | undefined): string {
  if (address === undefined) return 'local';
  if (!address.includes(':')) return address;
  const [head = ''] = address.split('::');
  return [...head.split(':'), '0', '0', '0', '0'].slice(0, 4).join(':');
}
