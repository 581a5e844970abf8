// What libraries for browsers ask of Node's process in the web extension host.
export const process = {
  env: {},
  argv: [],
  cwd: () => '/',
  nextTick: (callback, ...values) => {
    queueMicrotask(() => callback(...values))
  },
  on: () => {},
  emitWarning: () => {}
}
