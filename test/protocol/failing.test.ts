import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver-protocol/node';
import type { Review } from '../../server/features/review';
import type { Status } from '../../server/features/status';
import { reviewChanged, reviewRequest, statusRequest } from '../../server/protocol';
import { sample } from '../support/samples';
import { modern } from '../support/server';
import { faultyReader, type ServerHere, serveHere } from '../support/server-here';

const uri = 'file:///report.nianbao';
const textDocument = { uri };
const fault = '此处出错';
const wrong = sample('教育局');
const right = sample('水利局');

const open = ({ connection }: ServerHere, text: string) =>
  connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'nianbao', version: 1, text } });
const replace = ({ connection }: ServerHere, version: number, text: string) =>
  connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [{ text }] });
const pull = async ({ connection }: ServerHere): Promise<Diagnostic[]> => {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  assert.equal(report.kind, 'full');
  return report.kind === 'full' ? report.items : [];
};
const status = ({ connection }: ServerHere) => connection.sendRequest<Status>(statusRequest.method, { textDocument });
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a check that throws', () => {
  it('leaves a client that pulls with the last findings', async () => {
    const here = await serveHere(modern, faultyReader(fault));
    await open(here, wrong);
    const before = await pull(here);
    assert.ok(before.length > 5);
    await replace(here, 2, wrong + fault);
    assert.deepEqual(await pull(here), before);
    await replace(here, 3, wrong + fault.repeat(2));
    assert.deepEqual(await pull(here), before, 'also the second time');
    await replace(here, 4, right);
    assert.deepEqual(await pull(here), []);
    here.connection.dispose();
  });

  it('answers the first pull of a document with an error at which the client keeps what it has', async () => {
    const here = await serveHere(modern, faultyReader(fault));
    await open(here, wrong + fault);
    await assert.rejects(pull(here), { code: -32802, data: { retriggerRequest: false } });
    here.connection.dispose();
  });

  it('pushes nothing, and goes on with the next text that can be checked', async () => {
    const here = await serveHere({ textDocument: { publishDiagnostics: {} } }, faultyReader(fault));
    await open(here, wrong);
    await until(() => here.pushed.length === 1);
    await replace(here, 2, wrong + fault);
    await until(() => here.changed.length === 1);
    await replace(here, 3, right);
    await until(() => here.changed.length === 2);
    await until(() => here.pushed.length === 2);
    assert.ok(here.pushed[0].length > 5);
    assert.deepEqual(here.pushed[1], []);
    here.connection.dispose();
  });

  it('is said in the log, in the status, and when the status changes', async () => {
    const here = await serveHere(modern, faultyReader(fault));
    await open(here, wrong);
    await pull(here);
    assert.equal((await status(here)).kind, 'checked');
    await replace(here, 2, wrong + fault);
    await pull(here);
    await pull(here);
    assert.deepEqual(await status(here), { kind: 'failed' });
    assert.deepEqual(here.changed, [uri], 'once for a failure that lasts');
    assert.match(here.log[0], /a defect at 此处出错/);
    await replace(here, 3, right);
    await pull(here);
    assert.equal((await status(here)).kind, 'checked');
    assert.deepEqual(here.changed, [uri, uri]);
    here.connection.dispose();
  });

  it('is in the status of a document that has not been pulled', async () => {
    const here = await serveHere(modern, faultyReader(fault));
    await open(here, fault);
    assert.deepEqual(await status(here), { kind: 'failed' });
    here.connection.dispose();
  });

  it('fails the review of the workspace, which would otherwise look empty', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-failing-'));
    const file = path.join(folder, 'a.nianbao');
    writeFileSync(file, right);
    const here = await serveHere({ ...modern, workspace: { workspaceFolders: true } }, faultyReader(fault));
    here.connection.onRequest(WorkspaceFoldersRequest.type, () => [{ uri: pathToFileURL(folder).href, name: 'a' }]);
    const isRead = new Promise<void>((resolve) => here.connection.onNotification(reviewChanged, resolve));
    const { connection } = here;
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 1 }] });
    await isRead;
    const review = () => connection.sendRequest<Review>(reviewRequest.method, {});
    assert.equal((await review()).reports.length, 1);
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: pathToFileURL(file).href, languageId: 'nianbao', version: 1, text: right + fault },
    });
    await assert.rejects(review(), { code: -32803 });
    connection.dispose();
    rmSync(folder, { recursive: true });
  });

  it('is forgotten with the document', async () => {
    const here = await serveHere(modern, faultyReader(fault));
    await open(here, wrong);
    await pull(here);
    await here.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    await open(here, fault);
    await assert.rejects(pull(here), { code: -32802 });
    here.connection.dispose();
  });

  it('costs a feature its answer and nothing else', async () => {
    const here = await serveHere(modern, faultyReader(fault));
    await open(here, fault);
    assert.equal(await here.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 0, character: 0 } }), null);
    await replace(here, 2, wrong);
    assert.ok((await pull(here)).length > 5);
    here.connection.dispose();
  });
});

describe('a request that is cancelled', () => {
  const frame = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };

  it('is answered as cancelled, without reading the document', async () => {
    const reader = faultyReader(fault);
    const here = await serveHere(modern, reader);
    await open(here, wrong);
    await pull(here);
    const ids = Array.from({ length: 100 }, (_, index) => 1000 + index);
    const asked = ids.flatMap((id) => [
      frame({ id, method: 'textDocument/documentSymbol', params: { textDocument } }),
      ...(id === 1050 ? [] : [frame({ method: '$/cancelRequest', params: { id } })]),
    ]);
    let answered = '';
    here.output.on('data', (chunk) => {
      answered += chunk;
    });
    const codes = () =>
      new Map([...answered.matchAll(/"id":(1\d{3}),"(?:error":\{"code":(-?\d+)|result)/g)].map(([, id, code]) => [id, code]));
    const before = reader.reads;
    // In one write, so that each cancellation follows its request at once.
    here.input.write(asked.join(''));
    await until(() => codes().size === ids.length);
    assert.deepEqual(
      [...codes()].filter(([, code]) => code !== '-32800'),
      [['1050', undefined]],
    );
    assert.equal(reader.reads - before, 1);
    here.connection.dispose();
  });
});
