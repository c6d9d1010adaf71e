// Preloaded into the web server. Its standard input is a pipe held by the launcher: when the launcher ends, however it
// ends (kill -9 too), the pipe closes and the server follows, so that the port is free for the next start.
// The server's own workers inherit the preload, but not the pipe.
if (process.ppid === Number(process.env.GYAKUSAN_LAUNCHER)) {
  process.stdin
    .on('end', () => {
      process.kill(process.pid, 'SIGTERM')
      // A client that keeps asking on an open connection would keep the server up: it has ten seconds.
      setTimeout(() => process.exit(1), 10_000).unref()
    })
    .on('error', () => {})
    .resume()
  process.stdin.unref?.()
}
