// Preloaded into the web server. Its standard input is a pipe held by the launcher: when the launcher ends, however it
// ends (kill -9 too), the pipe closes and the server follows, so that the port is free for the next start.
process.stdin
  .on('end', () => process.kill(process.pid, 'SIGTERM'))
  .on('error', () => {})
  .resume()
process.stdin.unref?.()
