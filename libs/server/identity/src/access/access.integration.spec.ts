import { Controller, Get, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type SpaName, type TestApi } from '@kantinekortet/platform/testing';
import {
  aPerson,
  aSchool,
  pairedRegisterBrowser,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type TestSchool,
} from '@kantinekortet/testing';
import { IdentityModule } from '../identity.module.ts';
import { Sessions } from '../sessions/sessions.ts';
import { Caller, Public, Requires, Webhook } from './access.decorators.ts';
import type { Principal } from './principal.ts';

@Controller('doors')
class DoorsController {
  @Get('forgotten')
  forgotten(): string {
    return 'open';
  }

  @Public()
  @Post('public')
  public(): string {
    return 'open';
  }

  @Webhook()
  @Post('webhook')
  webhook(): string {
    return 'open';
  }

  @Requires('guardian')
  @Post('guardian')
  guardian(@Caller() caller: Principal): Principal {
    return caller;
  }

  @Requires('person')
  @Get('person')
  person(@Caller() caller: Principal): Principal {
    return caller;
  }

  @Requires('register')
  @Get('register')
  register(@Caller() caller: Principal): Principal {
    return caller;
  }

  @Requires('office')
  @Get('any-office')
  anyOffice(@Caller() caller: Principal): Principal {
    return caller;
  }

  @Requires('office')
  @Get('schools/:schoolId/office')
  office(@Caller() caller: Principal): Principal {
    return caller;
  }

  @Requires('guardian', 'support')
  @Get('schools/:schoolId/support')
  support(@Caller() caller: Principal): Principal {
    return caller;
  }
}

describe('the guard before every route', () => {
  let api: TestApi;
  let school: TestSchool;
  let otherSchool: TestSchool;

  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule], controllers: [DoorsController] });
    school = await aSchool(api);
    otherSchool = await aSchool(api);
  });
  afterAll(() => api.close());

  it('closes a route that does not say who may enter, even to someone signed in', async () => {
    const { browser } = await signedInGuardian(api);
    expect(await browser.get('doors/forgotten')).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  });

  it('tells the route who the guardian is, without roles in the parent portal', async () => {
    const { person } = await signedInOffice(api, school.id);
    const { browser } = await signedInGuardian(api, person);
    expect(await browser.post('doors/guardian')).toMatchObject({
      status: 201,
      body: { kind: 'person', personId: person.id, app: 'parent-portal', roles: [] },
    });
  });

  it('asks someone without a session to sign in', async () => {
    const answer = await api.browser('parent-portal').post('doors/guardian');
    expect(answer).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  });

  it('takes a session only from the cookie of the app that it was opened in', async () => {
    const person = await aPerson(api);
    const { token } = await api.database.transaction((tx) =>
      api.get(Sessions).open(tx, { kind: 'person', app: 'parent-portal', personId: person.id }),
    );
    const statusOf = async (app: SpaName, cookieName: string) => {
      const browser = api.browser(app);
      browser.receiveCookie(`${cookieName}=${token}`);
      return (await browser.get('doors/person')).status;
    };
    expect(await statusOf('parent-portal', '__Host-kk-parent')).toBe(200);
    expect(await statusOf('parent-portal', '__Host-kk-office')).toBe(401);
    expect(await statusOf('admin-office', '__Host-kk-parent')).toBe(401);
    expect(await statusOf('admin-office', '__Host-kk-office')).toBe(401);
    expect(await statusOf('canteen-checkout', '__Host-kk-till')).toBe(401);
  });

  it('lets an office into its own school, and shows another school as one that does not exist', async () => {
    const { browser } = await signedInOffice(api, school.id);
    expect(await browser.get(`doors/schools/${school.id}/office`)).toMatchObject({
      status: 200,
      body: { roles: [{ schoolId: school.id, role: 'office' }] },
    });
    for (const id of [otherSchool.id, newId(), 'nonsense']) {
      expect(await browser.get(`doors/schools/${id}/office`)).toMatchObject({
        status: 404,
        body: { code: 'school_not_found' },
      });
    }
    expect((await browser.get('doors/any-office')).status).toBe(200);
  });

  it('lets support and office in where support is enough, and support nowhere else', async () => {
    const support = await signedInSupport(api, school.id);
    const office = await signedInOffice(api, school.id);
    expect((await support.browser.get(`doors/schools/${school.id}/support`)).status).toBe(200);
    expect((await office.browser.get(`doors/schools/${school.id}/support`)).status).toBe(200);
    expect(await support.browser.get(`doors/schools/${school.id}/office`)).toMatchObject({
      status: 403,
      body: { code: 'not_allowed' },
    });
    expect((await support.browser.get('doors/any-office')).status).toBe(403);
  });

  it('lets a paired till in where a register is required, and nowhere else', async () => {
    const registerId = newId();
    const till = await pairedRegisterBrowser(api, school.id, registerId);
    const expected = { kind: 'register', schoolId: school.id, registerId };
    expect((await till.get('doors/register')).body).toMatchObject(expected);
    expect((await till.get('doors/register')).body).toMatchObject(expected);
    expect((await till.get(`doors/schools/${school.id}/office`)).status).toBe(403);
    expect((await till.post('doors/guardian')).status).toBe(403);
    const { browser } = await signedInGuardian(api);
    expect((await browser.get('doors/register')).status).toBe(403);
  });

  it('refuses an unsafe request without the header that only our pages can set', async () => {
    const answer = await fetch(`${api.url}/api/v1/doors/public`, { method: 'POST' });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'foreign_page' });
  });

  it('refuses an unsafe request from the origin of another page, also of another app of ours', async () => {
    const browser = api.browser('parent-portal');
    const from = (origin: string) => browser.request('POST', 'doors/public', undefined, { origin });
    expect((await from(api.config.parentUrl)).status).toBe(201);
    for (const origin of ['https://evil.example', api.config.officeUrl, 'null']) {
      expect(await from(origin)).toMatchObject({ status: 403, body: { code: 'foreign_page' } });
    }
  });

  it('lets another server call a webhook without header or session', async () => {
    const answer = await fetch(`${api.url}/api/v1/doors/webhook`, {
      method: 'POST',
      headers: { origin: 'https://x.example' },
    });
    expect(answer.status).toBe(201);
  });
});
