import { request, type APIRequestContext, type APIResponse } from '@playwright/test';
import { demo } from './demo.ts';

export type AppName = 'parent-portal' | 'admin-office' | 'canteen-checkout';

const origins: Readonly<Record<AppName, string>> = {
  'parent-portal': demo.parentUrl,
  'admin-office': demo.officeUrl,
  'canteen-checkout': demo.checkoutUrl,
};

/** The cookies of a signed-in person or till, for a browser to begin with. */
export type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** The API through one SPA's origin, with the cookies of whoever is signed in: how stories set the stage. */
export class ApiDoor {
  private readonly context: APIRequestContext;

  private constructor(context: APIRequestContext) {
    this.context = context;
  }

  static async open(app: AppName): Promise<ApiDoor> {
    const baseURL = `${origins[app]}/api/v1/`;
    return new ApiDoor(await request.newContext({ baseURL, extraHTTPHeaders: { 'Kantinekortet-App': app } }));
  }

  async get<Body>(path: string): Promise<Body> {
    return bodyOf(await this.ask('GET', path));
  }

  async post<Body>(path: string, data?: object): Promise<Body> {
    return bodyOf(await this.ask('POST', path, data));
  }

  async patch(path: string, data: object): Promise<void> {
    await expectGood(await this.ask('PATCH', path, data));
  }

  /** Sends a file as it is. */
  async upload<Body>(path: string, file: Buffer, contentType: string): Promise<Body> {
    return bodyOf(await this.context.post(path, { data: file, headers: { 'Content-Type': contentType } }));
  }

  /** Asks for a file. */
  async download(path: string, data: object): Promise<Buffer> {
    return (await expectGood(await this.ask('POST', path, data))).body();
  }

  /** Any answer, also a refusal. */
  ask(method: string, path: string, data?: object): Promise<APIResponse> {
    return this.context.fetch(path, { method, ...(data !== undefined && { data }) });
  }

  cookies(): Promise<Cookies> {
    return this.context.storageState();
  }

  close(): Promise<void> {
    return this.context.dispose();
  }
}

async function expectGood(answer: APIResponse): Promise<APIResponse> {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return answer;
}

async function bodyOf<Body>(answer: APIResponse): Promise<Body> {
  const good = await expectGood(answer);
  const parsed: unknown = good.status() === 204 ? undefined : await good.json();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the caller names the body that the contract promises
  return parsed as Body;
}
