/** Resolves in a later turn of the event loop, so that keystrokes, messages and timers get theirs first. Milliseconds. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
