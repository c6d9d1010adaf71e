declare global {
  // Of the process: pages, routes and the start of the server are bundled apart.
  var gyakusanFaultReport: ((error: unknown, where: string) => void) | undefined
}

/** Where faults go of work that outlives its request: told once, by whoever has a log. */
export function reportFaultsTo(report: (error: unknown, where: string) => void): void {
  globalThis.gyakusanFaultReport = report
}

/** A fault that nobody waits for. Scripts and tests without a log have it as a warning of the process. */
export function reportFault(error: unknown, where: string): void {
  if (globalThis.gyakusanFaultReport) globalThis.gyakusanFaultReport(error, where)
  else process.emitWarning(`${where}: ${String(error)}`)
}
