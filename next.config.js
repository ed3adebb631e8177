/** @type {import('next').NextConfig} */
const config = {
  // A second build or dev server beside a running one needs its own folder.
  distDir: process.env.RAMPLINE_DIST_DIR ?? '.next',
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  serverExternalPackages: ['@node-rs/argon2', '@libsql/client', 'libsql', '@myriaddreamin/typst-ts-node-compiler'],
};

export default config;
