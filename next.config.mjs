import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './app/_server/i18n.ts',
  // Messages are parsed when the app is built: no parser in the browser, none per request.
  experimental: { messages: { path: './lib/i18n', format: 'json', precompile: true } },
})

/** @type {import('next').NextConfig} */
const config = {
  // A test run builds beside a running demo, so each has its own folder.
  distDir: process.env.GYAKUSAN_DIST ?? '.next',
  poweredByHeader: false,
  // The bare page beside which pages are measured exists in the build of `npm run bench` alone.
  pageExtensions: process.env.GYAKUSAN_BENCH ? ['bench.tsx', 'tsx', 'ts'] : ['tsx', 'ts'],
  // `npm run typecheck` is a step of its own; a type error in a spec must not block `demo`.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  serverExternalPackages: ['pg', '@node-rs/argon2', 'pino', 'rate-limiter-flexible'],
  agentRules: false,
}

export default withNextIntl(config)
