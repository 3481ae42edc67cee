import { describe, expect, it } from '@jest/globals';
import { ApiProblem, problemOf } from './api-problem.ts';

const problemJson = (body: unknown, init: ResponseInit) => new Response(JSON.stringify(body), init);

describe('a refusal of the API', () => {
  it('keeps its code, its facts and its field errors', async () => {
    const problem = await ApiProblem.from(
      problemJson(
        {
          title: 'x',
          status: 422,
          code: 'insufficient_funds',
          detail: 'd',
          missingOre: 1300,
          errors: [{ pointer: '/a', code: 'b' }, 'x'],
        },
        { status: 422 },
      ),
    );
    expect(problem).toMatchObject({
      status: 422,
      code: 'insufficient_funds',
      message: 'd',
      errors: [{ pointer: '/a', code: 'b' }],
    });
    expect(problem.ore('missingOre')).toBe(1300);
    expect(problem.ore('balanceOre')).toBeUndefined();
  });

  it('says how long to wait', async () => {
    const problem = await ApiProblem.from(
      problemJson({ code: 'too_many' }, { status: 429, headers: { 'Retry-After': '90' } }),
    );
    expect(problem.retryAfterSeconds).toBe(90);
  });

  it('has a code by its status when a proxy answered instead', async () => {
    const problem = await ApiProblem.from(new Response('<html>Bad gateway</html>', { status: 502 }));
    expect(problem).toMatchObject({ status: 502, code: 'http_502', errors: [] });
  });

  it('is made of whatever else is thrown', () => {
    expect(problemOf(new TypeError('boom'))).toMatchObject({ status: 0, code: 'unexpected', message: 'boom' });
  });
});
