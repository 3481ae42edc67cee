export type SpaName = 'parent-portal' | 'admin-office' | 'canteen-checkout';

/** What the API answered; `body` is the parsed JSON, or undefined when there was none. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** A person's browser: one SPA, its cookies kept between requests. */
export class HttpClient {
  private readonly cookies = new Map<string, string>();
  private readonly baseUrl: string;
  private readonly app: SpaName;

  constructor(baseUrl: string, app: SpaName) {
    this.baseUrl = baseUrl;
    this.app = app;
  }

  /** Keeps a cookie as if an answer had set it; `line` is a Set-Cookie value. */
  receiveCookie(line: string): void {
    const [pair = ''] = line.split(';');
    const separator = pair.indexOf('=');
    const value = pair.slice(separator + 1);
    if (value === '' || /max-age=0(?!\d)/i.test(line)) this.cookies.delete(pair.slice(0, separator));
    else this.cookies.set(pair.slice(0, separator), value);
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.request('GET', path);
  }

  post<Body = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer<Body>> {
    return this.request('POST', path, body);
  }

  put<Body = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer<Body>> {
    return this.request('PUT', path, body);
  }

  patch<Body = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer<Body>> {
    return this.request('PATCH', path, body);
  }

  delete<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.request('DELETE', path);
  }

  /** Sends raw bytes, as a file upload or a webhook does. */
  async request<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const isRaw = Buffer.isBuffer(body) || typeof body === 'string';
    const response = await fetch(`${this.baseUrl}/api/v1/${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'kantinekortet-app': this.app,
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
    this.keepCookies(response.headers);
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const parsed: unknown = isJson && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- a test names the body that it expects, and then asserts on it
    return { status: response.status, body: parsed as Body, headers: response.headers, bytes };
  }

  private keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) this.receiveCookie(line);
  }
}
