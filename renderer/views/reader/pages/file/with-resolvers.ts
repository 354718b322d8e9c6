/** pdf.js takes this for granted; Chromium 114 lacks it. Loaded before pdf.js, in the window and in its worker. */

interface Resolvers {
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

function withResolvers(this: PromiseConstructor): Resolvers {
  const made: Partial<Resolvers> = {};
  made.promise = new this((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made as Resolvers;
}

if (!('withResolvers' in Promise))
  Object.defineProperty(Promise, 'withResolvers', {
    value: withResolvers,
    configurable: true,
    writable: true,
  });

export {};
