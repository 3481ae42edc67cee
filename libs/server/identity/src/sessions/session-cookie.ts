// Tells the compiler that a request carries cookies.
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { App } from '../access/apps.ts';

/** Cookies ignore ports, so each SPA has a name of its own. The prefix binds it to this host (RFC 6265bis §4.1.3). */
const cookieNames: Readonly<Record<App, string>> = {
  'parent-portal': '__Host-kk-parent',
  'admin-office': '__Host-kk-office',
  'canteen-checkout': '__Host-kk-till',
};

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** A till outlives its browser's restarts: as long as browsers keep a cookie (RFC 6265bis §5.5: 400 days). */
const tillMaxAgeSeconds = 400 * 24 * 60 * 60;

/** The value of Set-Cookie that carries a session's token to its browser. */
export function sessionCookie(app: App, token: string): string {
  const lasting = app === 'canteen-checkout' ? `; Max-Age=${tillMaxAgeSeconds}` : '';
  return `${cookieNames[app]}=${token}; ${attributes}${lasting}`;
}

/** The value of Set-Cookie that makes a browser forget its session. */
export function expiredCookie(app: App): string {
  return `${cookieNames[app]}=; ${attributes}; Max-Age=0`;
}

/** The token that a browser sends for an app. */
export function tokenOf(request: FastifyRequest, app: App): string | undefined {
  return request.cookies[cookieNames[app]];
}
