/** Time that passes only when nobody has anything left to do: waits take no real time, and last exactly as long as asked. */
export interface VirtualTime {
  /** Milliseconds since the beginning. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Does something real, which takes no virtual time, and then lets so many milliseconds pass. */
  spend<Result>(milliseconds: number, work: () => Promise<Result>): Promise<Result>;
  /** Lets time pass until so many milliseconds have gone by. */
  runUntil(end: number): Promise<void>;
}

export function createVirtualTime(): VirtualTime {
  let time = 0;
  let working = 0;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  function wait(milliseconds: number): Promise<void> {
    return new Promise((wake) => sleepers.push({ at: time + milliseconds, wake }));
  }

  async function settle(): Promise<void> {
    // What has been woken goes on as far as it can before the next turn of the event loop.
    do await new Promise((resolve) => setTimeout(resolve, 0));
    while (working > 0);
  }

  return {
    now: () => time,
    wait,
    async spend(milliseconds, work) {
      working++;
      try {
        return await work();
      } finally {
        working--;
        await wait(milliseconds);
      }
    },
    async runUntil(end) {
      for (;;) {
        await settle();
        sleepers.sort((a, b) => a.at - b.at);
        const [next] = sleepers;
        if (next === undefined || next.at > end) break;
        time = Math.max(time, next.at);
        const due = sleepers.filter(({ at }) => at <= time);
        sleepers.splice(0, due.length);
        for (const { wake } of due) wake();
      }
      time = Math.max(time, end);
    },
  };
}
