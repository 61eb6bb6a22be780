/** The same function, computing its value at the first call. */
export function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return function computeOnce() {
    known ??= { value: compute() };
    return known.value;
  };
}
