/** Keeps the values used last, so that an isolate that lives long does not keep everything it ever made. */
export interface Recent<Value> {
  /** The value of a key, made when it is not there. */
  get(key: string, make: () => Value): Value;
}

/** @param limit values kept */
export function createRecent<Value>(limit: number): Recent<Value> {
  const values = new Map<string, Value>();
  return {
    get(key, make) {
      const known = values.get(key);
      const value = known ?? make();
      // A map keeps the order of insertion: the first is the one used longest ago.
      values.delete(key);
      values.set(key, value);
      if (values.size > limit) {
        for (const oldest of values.keys()) {
          values.delete(oldest);
          break;
        }
      }
      return value;
    },
  };
}
