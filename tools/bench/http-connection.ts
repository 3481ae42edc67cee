import { connect, type Socket } from 'node:net';

const headerEnd = '\r\n\r\n';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One kept connection that asks one thing at a time: enough HTTP/1.1 for an API that answers with Content-Length, and
 * so cheap that the load generator takes little from what it measures.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private received = '';
  private answered: PromiseWithResolvers<HttpAnswer> | undefined;

  private constructor(socket: Socket) {
    this.socket = socket.setEncoding('latin1').setNoDelay(true);
    socket.on('data', (chunk) => this.receive(String(chunk)));
    socket.on('error', (error) => this.answered?.reject(error));
    socket.on('close', () => this.answered?.reject(new Error('The API closed the connection')));
  }

  static async open(port: number): Promise<HttpConnection> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new HttpConnection(socket);
  }

  /** Posts JSON. `head` is the request line and headers but the length, each ended by CR LF. */
  post(head: string, body: string): Promise<HttpAnswer> {
    return this.send(`${head}Content-Length: ${Buffer.byteLength(body)}${headerEnd}${body}`);
  }

  /** `head` is the request line and headers, each ended by CR LF. */
  get(head: string): Promise<HttpAnswer> {
    return this.send(`${head}\r\n`);
  }

  close(): void {
    this.answered = undefined;
    this.socket.destroy();
  }

  private send(request: string): Promise<HttpAnswer> {
    this.answered = Promise.withResolvers();
    this.socket.write(request);
    return this.answered.promise;
  }

  private receive(chunk: string): void {
    this.received += chunk;
    const end = this.received.indexOf(headerEnd);
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.received.slice(0, end))?.[1] ?? 0);
    const bodyStart = end + headerEnd.length;
    if (this.received.length < bodyStart + length) return;
    const answer = {
      status: Number(this.received.slice(9, 12)),
      body: this.received.slice(bodyStart, bodyStart + length),
    };
    this.received = this.received.slice(bodyStart + length);
    this.answered?.resolve(answer);
  }
}
