import assert from 'node:assert/strict';
import path from 'node:path';
import { Exchange } from '../../exchange/thread';

const script = path.resolve(__dirname, '../../dist/exchange.js');
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the thread that converts @built', () => {
  it('converts one file after the other, asked for at once or in turn', async () => {
    const exchange = new Exchange(script, 'en');
    try {
      const texts = await Promise.all(['甲', '乙', '丙'].map((text) => exchange.bringIn('a.html', bytesOf(`<p>${text}</p>`))));
      assert.deepEqual(
        texts.map(({ text }) => text),
        ['甲\n', '乙\n', '丙\n'],
      );
      const word = await exchange.sendOut('丁\n', 'docx');
      assert.equal((await exchange.bringIn('a.docx', word)).text, '丁\n');
      assert.deepEqual(await exchange.passages('<p>戊</p>'), [{ kind: 'text', text: '戊' }]);
    } finally {
      await exchange.close();
    }
  });

  it('goes on after a file that it refused, and one that was cancelled', async () => {
    const exchange = new Exchange(script, 'en');
    try {
      await assert.rejects(exchange.bringIn('a.docx', bytesOf('PK\u0003\u0004')), /damaged/);
      const stop = new AbortController();
      const long = exchange.bringIn('a.html', bytesOf(`<p>${'全年收到申请5件。'.repeat(1_000_000)}</p>`), 'auto', stop.signal);
      stop.abort();
      await assert.rejects(long, /cancelled/);
      assert.equal((await exchange.bringIn('a.html', bytesOf('<p>甲</p>'))).text, '甲\n');
    } finally {
      await exchange.close();
    }
  });

  it('ends with a file that takes too long, or too much memory, and says so', async () => {
    const page = bytesOf(`<table>${'<tr><td>全年</td><td>5</td></tr>'.repeat(90_000)}</table>`);
    for (const [limits, reason] of [
      [{ milliseconds: 1, megabytes: 1024 }, /too long/],
      [{ milliseconds: 60_000, megabytes: 16 }, /too much memory/],
    ] as const) {
      const exchange = new Exchange(script, 'en', limits);
      try {
        await assert.rejects(exchange.bringIn('a.html', page), reason);
      } finally {
        await exchange.close();
      }
    }
  });
});
