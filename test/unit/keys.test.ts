import assert from 'node:assert/strict';
import { AwaitedPastes } from '../../client/typing/awaited-pastes';
import { InOrder } from '../../client/typing/in-order';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('queued keys', () => {
  it('are performed one after the other, also after one that fails', async () => {
    const done: string[] = [];
    await new Promise<void>((resolve) => {
      const keys = new InOrder<string>(
        async (key) => {
          if (key === 'slow') await pause(5);
          if (key === 'broken') throw new Error();
          done.push(key);
          if (key === 'quick') resolve();
        },
        () => done.push('failed'),
      );
      for (const key of ['slow', 'broken', 'quick']) keys.add(key);
    });
    assert.deepEqual(done, ['slow', 'failed', 'quick']);
  });
});

describe('paste keys', () => {
  it('each paste what their own request brings', async () => {
    const pastes = new AwaitedPastes<string>([20, 60]);
    const keys = [pastes.key(), pastes.key()];
    assert.ok(pastes.request('first') && pastes.request('second'));
    assert.deepEqual(await Promise.all(keys), ['first', 'second']);
  });

  it('all paste the same if there is a request for the last of them only', async () => {
    const pastes = new AwaitedPastes<string>([20, 200]);
    const keys = [pastes.key(), pastes.key(), pastes.key()];
    pastes.request('last');
    assert.deepEqual(await Promise.all(keys), ['last', 'last', 'last']);
    assert.ok(pastes.request('late'), 'a request whose key was already answered pastes nothing');
  });

  it('paste nothing without a request', async () => {
    const pastes = new AwaitedPastes<string>([10, 20]);
    assert.equal(await pastes.key(), undefined);
  });

  it('do not take a request that no key has made, such as that of a menu', () => {
    assert.equal(new AwaitedPastes<string>([10, 20]).request('menu'), false);
  });
});
