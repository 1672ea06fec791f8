import assert from 'node:assert/strict';
import path from 'node:path';
import { ConversionPool } from '../../exchange/conversion-pool';

const script = path.resolve(__dirname, '../../dist/exchange.js');
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the worker threads that convert @built', () => {
  it('convert files that are asked for at once or one after another', async () => {
    const pool = new ConversionPool(script, 'en');
    try {
      const texts = await Promise.all(['甲', '乙', '丙'].map((text) => pool.bringIn('a.html', bytesOf(`<p>${text}</p>`))));
      assert.deepEqual(
        texts.map(({ text }) => text),
        ['甲\n', '乙\n', '丙\n'],
      );
      const word = await pool.sendOut('丁\n', 'docx');
      assert.equal((await pool.bringIn('a.docx', word)).text, '丁\n');
      assert.deepEqual(await pool.passages('<p>戊</p>'), [{ kind: 'text', text: '戊' }]);
    } finally {
      await pool.close();
    }
  });

  it('convert the next file after one that was refused or cancelled', async () => {
    const pool = new ConversionPool(script, 'en');
    try {
      await assert.rejects(pool.bringIn('a.docx', bytesOf('PK\u0003\u0004')), /damaged/);
      const stop = new AbortController();
      const long = pool.bringIn('a.html', bytesOf(`<p>${'全年收到申请5件。'.repeat(1_000_000)}</p>`), 'auto', stop.signal);
      stop.abort();
      await assert.rejects(long, /cancelled/);
      assert.equal((await pool.bringIn('a.html', bytesOf('<p>甲</p>'))).text, '甲\n');
    } finally {
      await pool.close();
    }
  });

  it('give up a file that takes too long or too much memory, and say so', async () => {
    const page = bytesOf(`<table>${'<tr><td>全年</td><td>5</td></tr>'.repeat(90_000)}</table>`);
    for (const [limits, reason] of [
      [{ milliseconds: 1, oldMegabytes: 1024 }, /too long/],
      [{ milliseconds: 60_000, oldMegabytes: 16 }, /too much memory/],
    ] as const) {
      const pool = new ConversionPool(script, 'en', limits);
      try {
        await assert.rejects(pool.bringIn('a.html', page), reason);
      } finally {
        await pool.close();
      }
    }
  });
});
