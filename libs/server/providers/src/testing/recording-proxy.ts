import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';

/** A request as it went over the wire, and what was answered. Bodies are texts. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

/** Stands between a client and a server and keeps what they say to each other; without a server it says 200 to all. */
export class RecordingProxy {
  readonly url: string;
  readonly exchanges: Exchange[] = [];
  private readonly server: Server;

  private constructor(url: string, server: Server) {
    this.url = url;
    this.server = server;
  }

  static async open(target: string | null): Promise<RecordingProxy> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('The proxy has no port');
    const proxy = new RecordingProxy(`http://127.0.0.1:${address.port}`, server);
    server.on('request', (request: IncomingMessage, response) => {
      void proxy.pass(request, target).then(({ status, type, answer }) => {
        response.writeHead(status, { 'content-type': type }).end(answer);
      });
    });
    return proxy;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async pass(
    request: IncomingMessage,
    target: string | null,
  ): Promise<{ status: number; type: string; answer: string }> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', target ?? this.url);
    const chunks: Buffer[] = [];
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- a stream without an encoding gives buffers
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const { status, type, answer } = target === null ? silent : await forward(url, { method, headers, body });
    this.exchanges.push({ method, url, headers, body, status, answer });
    return { status, type, answer };
  }
}

const silent = { status: 200, type: 'text/plain', answer: '' };
const ofTheConnection = ['host', 'connection', 'content-length', 'keep-alive', 'transfer-encoding'];

async function forward(
  url: URL,
  { method, headers, body }: Pick<Exchange, 'method' | 'headers' | 'body'>,
): Promise<{ status: number; type: string; answer: string }> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && !ofTheConnection.includes(name) ? [[name, value] as [string, string]] : [],
  );
  const response = await fetch(url, { method, headers: kept, ...(body === '' ? {} : { body }) });
  const type = response.headers.get('content-type') ?? 'application/json';
  return { status: response.status, type, answer: await response.text() };
}
