import { join } from 'node:path';
import { preview } from 'vite';

/** Serves the built SPAs, each on an origin of its own that passes `/api` on. SPA_PORTS is `{"parent-portal": 4201, …}`. */
const ports: unknown = JSON.parse(process.env['SPA_PORTS'] ?? '{}');
const apps = typeof ports === 'object' && ports !== null ? Object.entries(ports) : [];

const servers = await Promise.all(
  apps.map(([app, port]) =>
    preview({
      root: join(import.meta.dirname, '../../apps', app),
      logLevel: 'warn',
      preview: { host: '127.0.0.1', port: Number(port), strictPort: true, open: false },
    }),
  ),
);

process.once('SIGTERM', () => {
  void Promise.all(servers.map((server) => server.close())).finally(() => process.exit(0));
});
