import assert from 'node:assert/strict';
import { type CancellationToken, CancellationTokenSource, ResponseError } from 'vscode-languageserver/node';
import { respond } from '../../server/dispatch';
import type { ServerState } from '../../server/state';

describe('the answer to a request', () => {
  const logged: string[] = [];
  const state = { connection: { console: { error: (message: string) => logged.push(message) } } } as unknown as ServerState;
  const never = new CancellationTokenSource().token;
  const codeOf = (answer: unknown) => (answer instanceof ResponseError ? answer.code : answer);
  beforeEach(() => logged.splice(0));

  it('is what the work returns, or resolves with', async () => {
    assert.equal(await respond(state, (given: number) => given + 1, 0)(1, never), 2);
    assert.equal(await respond(state, async (given: number) => given + 1, 0)(1, never), 2);
  });

  it('is the fallback if the work throws or rejects, with the error in the log', async () => {
    const error = new Error('a defect');
    const fail = () => {
      throw error;
    };
    assert.equal(await respond(state, fail, 'fallback')(undefined, never), 'fallback');
    assert.equal(await respond(state, () => Promise.reject(error), 'fallback')(undefined, never), 'fallback');
    assert.deepEqual(logged, [error.stack, error.stack]);
  });

  it('is the error “cancelled” without any work if the request is cancelled as soon as it comes', async () => {
    let works = 0;
    const source = new CancellationTokenSource();
    const answer = respond(state, () => ++works, 0)(undefined, source.token);
    source.cancel();
    assert.equal(codeOf(await answer), -32800);
    assert.equal(works, 0);
  });

  it('is the error “cancelled” if the request is cancelled during the work, which can see it', async () => {
    const source = new CancellationTokenSource();
    let seen = false;
    const work = async (_: undefined, token: CancellationToken) => {
      source.cancel();
      seen = token.isCancellationRequested;
      return 1;
    };
    assert.equal(codeOf(await respond(state, work, 0)(undefined, source.token)), -32800);
    assert.ok(seen);
    assert.deepEqual(logged, []);
  });
});
