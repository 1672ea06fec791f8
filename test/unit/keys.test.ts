import assert from 'node:assert/strict';
import { AwaitedPastes } from '../../client/typing/awaited-pastes';
import { InOrder } from '../../client/typing/in-order';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('keys that take their turn', () => {
  it('are done one after the other, and go on after one that fails', async () => {
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

describe('keys for pasting', () => {
  it('paste what the editor asks for, each its own', async () => {
    const pastes = new AwaitedPastes<string>([20, 60]);
    const keys = [pastes.key(), pastes.key()];
    assert.ok(pastes.request('first') && pastes.request('second'));
    assert.deepEqual(await Promise.all(keys), ['first', 'second']);
  });

  it('paste the same where the editor asks for the last of them alone', async () => {
    const pastes = new AwaitedPastes<string>([20, 200]);
    const keys = [pastes.key(), pastes.key(), pastes.key()];
    pastes.request('last');
    assert.deepEqual(await Promise.all(keys), ['last', 'last', 'last']);
    assert.ok(pastes.request('late'), 'a request that was answered beforehand pastes nothing more');
  });

  it('paste nothing where the editor asks for nothing', async () => {
    const pastes = new AwaitedPastes<string>([10, 20]);
    assert.equal(await pastes.key(), undefined);
  });

  it('leave a request without a key to itself, such as that of a menu', () => {
    assert.equal(new AwaitedPastes<string>([10, 20]).request('menu'), false);
  });
});
