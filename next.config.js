/** @type {import('next').NextConfig} */
const config = {
  // A second build or dev server beside a running one needs its own folder.
  distDir: process.env.RAMPLINE_DIST_DIR ?? '.next',
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  // Types are checked by `npm run validate`, before a change is shared; a start need not repeat it.
  typescript: { ignoreBuildErrors: true },
  // A save carries the whole document; the largest that validation lets through has some megabytes.
  experimental: { serverActions: { bodySizeLimit: '16mb' } },
  // The fonts never change under their names.
  headers: async () => [
    { source: '/fonts/:file', headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }] },
  ],
  // In development Next would print what forms send, passwords too.
  logging: { serverFunctions: false },
  serverExternalPackages: ['@node-rs/argon2', '@libsql/client', 'libsql', '@myriaddreamin/typst-ts-node-compiler'],
};

export default config;
