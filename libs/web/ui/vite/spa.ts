import { resolve } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, type PluginOption, type UserConfig } from 'vite';
import { linguiMacros } from './lingui-macro.ts';

const workspace = resolve(import.meta.dirname, '../../../..');

const nativePopover = resolve(import.meta.dirname, 'native-popover.ts');

// Designsystemet's barrel pulls every component and behaviour into a page that shows one button. Its React files only
// define components; the behaviours that screens rely on are imported by name in libs/web/ui/src/behaviours.ts.
const withoutSideEffects =
  /\/node_modules\/(?:@digdir\/designsystemet-react\/|@digdir\/designsystemet-web\/dist\/esm\/index\.js|@navikt\/aksel-icons\/)/;

// Every screen needs the first; what many share of the rest is better fetched once than in thirty crumbs.
const chunkGroups = [
  {
    name: 'framework',
    test: /\/node_modules\/(?:react|react-dom|scheduler|@tanstack|@lingui|openapi-[^/]+)\//,
  },
  {
    name: 'design',
    // Not the icons: each is paid for by the screens that show it.
    test: /\/node_modules\/(?:@digdir|@floating-ui|@u-elements|@radix-ui|clsx)\/|\/libs\/(?:shared|web)\//,
    minShareCount: 4,
  },
  {
    name: 'common',
    // Nearly every screen asks the API, who is signed in, and for the children: three crumbs otherwise.
    test: /\/src\/(?:app\/(?:api|session)|components\/children)\.tsx?$/,
    minShareCount: 4,
  },
];

// What each SPA may load and speak to, as the production proxy sends it too.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The Vite settings that all SPAs share. `port` is the default of dev and preview (PORT overrides it); `/api` goes to
 * KK_API_URL (default http://127.0.0.1:4200), so that a cookie belongs to the SPA's own origin.
 */
export function spa(root: string, { port, plugins = [] }: { port: number; plugins?: PluginOption[] }): UserConfig {
  const server = {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? port),
    strictPort: true,
    proxy: { '/api': { target: process.env.KK_API_URL ?? 'http://127.0.0.1:4200', changeOrigin: false } },
  };
  return {
    root,
    plugins: [linguiMacros(), lingui({ cwd: workspace, failOnCompileError: true }), react(), ...plugins],
    resolve: {
      conditions: ['kantinekortet-source', ...defaultClientConditions],
      alias: [{ find: /^.*\/@oddbird\/popover-polyfill\/dist\/popover-fn\.js$/, replacement: nativePopover }],
    },
    cacheDir: resolve(workspace, 'node_modules/.vite', root.split('/').at(-1) ?? 'spa'),
    server,
    preview: { ...server, headers: { 'Content-Security-Policy': contentSecurityPolicy } },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      manifest: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: { codeSplitting: { groups: [...chunkGroups] } },
        treeshake: { moduleSideEffects: (id, external) => external || !withoutSideEffects.test(id) },
      },
    },
  };
}
