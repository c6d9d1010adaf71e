/**
 * An error keeps the functions and objects of its stack until somebody reads its text. React ends every render by
 * aborting with an error that nobody reads, and what the stack holds there leads on to the requests beside it and after
 * it: whatever keeps one of them (an open connection is enough) would keep all. Reading the text lets them go.
 * React's own remedy is https://github.com/react/react/pull/37289; with it this file can go.
 */
export function abortReasonsHoldNoStack() {
  const { abort } = AbortController.prototype
  AbortController.prototype.abort = function (reason?: unknown) {
    abort.call(this, reason)
    const kept: unknown = this.signal.reason
    if (kept instanceof Error) void kept.stack
  }
}
