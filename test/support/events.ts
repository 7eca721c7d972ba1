/** What arrives over time, to be waited for in the order of arrival. */
export interface Events<Item> {
  readonly add: (item: Item) => void;
  /** Everything that is waited for fails from now on, and so does what will be. */
  readonly fail: (error: Error) => void;
  readonly next: () => Promise<Item>;
  /** The next one that is as it should be; those before it are left out. */
  readonly until: (isWanted: (item: Item) => boolean) => Promise<Item>;
  /** What has arrived by now and was not waited for. */
  readonly drain: () => Item[];
}

export function eventsOf<Item>(): Events<Item> {
  const arrived: Item[] = [];
  const waiting: { resolve: (item: Item) => void; reject: (error: Error) => void }[] = [];
  let failure: Error | undefined;
  const next = (): Promise<Item> => new Promise((resolve, reject) => {
    if (arrived.length > 0) resolve(arrived.shift()!);
    else if (failure) reject(failure);
    else waiting.push({ resolve, reject });
  });
  return {
    add: (item) => {
      const first = waiting.shift();
      if (first) first.resolve(item);
      else arrived.push(item);
    },
    fail: (error) => {
      failure = error;
      for (const { reject } of waiting.splice(0)) reject(error);
    },
    next,
    drain: () => arrived.splice(0),
    until: async (isWanted) => {
      for (;;) {
        const item = await next();
        if (isWanted(item)) return item;
      }
    },
  };
}
