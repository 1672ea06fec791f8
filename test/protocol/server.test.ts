import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describeReal, realReports } from '../support/real';
import { edited, sample, whole } from '../support/samples';
import { modern, Session } from '../support/server';

const uri = 'file:///report.nianbao';

describe('the language server', () => {
  let session: Session;
  const start = async (capabilities = modern, locale = 'en', settings: unknown = {}) => {
    const started = await Session.start(capabilities, locale, settings);
    session = started.session;
    return started.result;
  };
  afterEach(async () => {
    assert.equal(session.complaints, '');
    await session.stop();
  });

  it('states its capabilities', async () => {
    const { capabilities } = await start();
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.rewrite.nianbao', 'source.fixAll.nianbao', 'source.complete.nianbao'],
    });
    assert.ok(capabilities.documentSymbolProvider && capabilities.foldingRangeProvider && capabilities.completionProvider);
    assert.ok(capabilities.diagnosticProvider);
  });

  for (const refreshSupport of [true, false])
    it(`says that a report depends on other files if the client can${refreshSupport ? '' : '’t'} be asked to pull again: ${!refreshSupport}`, async () => {
      const { capabilities } = await start({ ...modern, workspace: { diagnostics: { refreshSupport } } });
      assert.equal(capabilities.diagnosticProvider?.interFileDependencies, !refreshSupport);
    });

  it('answers a pull with the wrong cell, and with its sums as related information', async () => {
    await start();
    const text = sample('教育局');
    await session.open(uri, text);
    const [suspect] = (await session.pull(uri)).filter(({ code }) => code === 'suspect-cell');
    const document = TextDocument.create(uri, 'nianbao', 1, text);
    assert.deepEqual([document.getText(suspect.range), suspect.severity, suspect.source], ['81', 1, 'nianbao']);
    const related = suspect.relatedInformation ?? [];
    assert.equal(related.length, 2);
    assert.ok(related.every(({ location }) => location.uri === uri && /^\d+$/.test(document.getText(location.range))));
  });

  it('finds nothing in a correct report', async () => {
    await start();
    await session.open(uri, sample('水利局'));
    assert.deepEqual(await session.pull(uri), []);
  });

  it('answers in the language of the client', async () => {
    await start(modern, 'zh-cn');
    await session.open(uri, '');
    assert.match(String((await session.pull(uri))[0].message), /文件是空的/);
  });

  it('pushes findings to a client that does not pull: after each change, and none after closing', async () => {
    await start({ textDocument: { publishDiagnostics: { relatedInformation: false } } });
    const text = sample('教育局');
    await session.open(uri, text);
    const found = await session.publishedFor(uri, (all) => all.length > 0);
    assert.ok(found.every(({ relatedInformation }) => relatedInformation === undefined));
    await session.replace(uri, 2, sample('水利局'));
    await session.publishedFor(uri, (all) => all.length === 0);
    await session.replace(uri, 3, text);
    await session.publishedFor(uri, (all) => all.length > 0);
    await session.close(uri);
    await session.publishedFor(uri, (all) => all.length === 0);
  });

  for (const [settings, severity] of [
    [{ checks: { 'suspect-cell': 'hint' } }, 4],
    [{ checks: { 'suspect-cell': 'off' } }, undefined],
    [{ checks: { 'suspect-cell': 17 } }, 1],
    [{ checks: 'nonsense' }, 1],
    [null, 1],
  ] as const)
    it(`applies valid settings and ignores others: ${JSON.stringify(settings)}`, async () => {
      await start({ ...modern, workspace: { configuration: true } }, 'en', settings);
      await session.open(uri, sample('教育局'));
      // The first answer may come before the settings do.
      await session.pull(uri);
      const found = await session.pull(uri);
      assert.equal(found.find(({ code }) => code === 'suspect-cell')?.severity, severity);
    });

  it('says once what is wrong with the settings, and again after they were right', async () => {
    await start({ ...modern, workspace: { configuration: true } }, 'en', { checks: { 'suspect-cell': 'loud' } });
    const changed = async (severity: string) => {
      session.settings = { checks: { 'suspect-cell': severity } };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      // Answered after the settings have been asked for and read.
      for (let round = 0; round < 2; round++) await session.pull(uri);
    };
    await session.open(uri, sample('教育局'));
    for (let round = 0; round < 2; round++) await session.pull(uri);
    await changed('loud');
    assert.equal(session.shown.length, 1);
    assert.match(session.shown[0], /^The check “suspect-cell” can’t have the severity “loud”; it takes one of /);
    await changed('hint');
    await changed('loud');
    assert.equal(session.shown.length, 2);
  });

  it('offers a quick fix that changes only the wrong cell', async () => {
    await start();
    const text = sample('教育局');
    await session.open(uri, text);
    const [suspect] = (await session.pull(uri)).filter(({ code }) => code === 'suspect-cell');
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: suspect.range,
      context: { diagnostics: [suspect] },
    });
    const [fix] = (actions ?? []).filter((action) => 'diagnostics' in action && action.diagnostics?.[0].code === 'suspect-cell');
    assert.ok('edit' in fix && fix.isPreferred);
    assert.equal(edited(text, fix.edit?.changes?.[uri] ?? []), text.replace('\t81\n', '\t18\n'));
  });

  it('offers every correction, none preferred, if several explain a sum', async () => {
    await start();
    await session.open(uri, sample('教育局'));
    const [sum] = (await session.pull(uri)).filter(({ code }) => code === 'outcome-total');
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: sum.range,
      context: { diagnostics: [sum], only: ['quickfix'] },
    });
    const changes = (actions ?? []).filter(({ title }) => title.startsWith('Change '));
    assert.equal(changes.length, 5);
    assert.ok(changes.every((action) => 'isPreferred' in action && !action.isPreferred));
  });

  it('corrects the whole form, and no figure, by “fix all”', async () => {
    await start();
    const text = sample('教育局');
    await session.open(uri, text);
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: whole,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.equal(actions?.length, 1);
    const [all] = actions ?? [];
    assert.ok('edit' in all);
    await session.replace(uri, 2, edited(text, all.edit?.changes?.[uri] ?? []));
    const left = new Set((await session.pull(uri)).map(({ code }) => code));
    for (const code of ['label-slip', 'leftover-mark', 'digit-form', 'chapter-title', 'missing-chapter']) assert.ok(!left.has(code), code);
    for (const code of ['suspect-cell', 'outcome-total', 'empty-cell']) assert.ok(left.has(code), code);
  });

  it('outlines chapters, parts, tables and rows, each within its parent’s range', async () => {
    await start();
    await session.open(uri, sample('水利局'));
    const symbols = (await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];
    assert.equal(symbols.length, 6);
    const check = (symbol: (typeof symbols)[number]) => {
      assert.ok('range' in symbol);
      for (const child of symbol.children ?? []) {
        assert.ok(child.range.start.line >= symbol.range.start.line && child.range.end.line <= symbol.range.end.line, child.name);
        check(child);
      }
    };
    symbols.forEach(check);
  });

  it('folds chapters, parts and tables', async () => {
    await start();
    await session.open(uri, sample('水利局'));
    const ranges = await session.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
    // Chapters, parts, and tables under their titles and lines of column names.
    assert.equal(ranges?.length, 6 + 5 + (8 + 2 + 2));
  });

  it('offers the missing table first in its chapter, and nothing in prose', async () => {
    await start();
    const text = '# 平安县水利局2025年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n\n全年无';
    await session.open(uri, text);
    const at = (line: number, character: number) =>
      session.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: { line, character } });
    const offered = (await at(4, 0)) ?? [];
    const items = Array.isArray(offered) ? offered : offered.items;
    const [first] = items.sort((a, b) => String(a.sortText).localeCompare(String(b.sortText)));
    assert.equal(first.label, '表：政府信息公开行政复议、行政诉讼情况');
    assert.match(first.textEdit?.newText ?? '', /\$\{15:0\}/);
    assert.deepEqual(await at(5, 3), []);
  });

  it('answers about documents that are unknown, closed, or not text', async () => {
    await start();
    assert.deepEqual(await session.pull('file:///nowhere'), []);
    await session.open(uri, '\u0000|\t'.repeat(5000));
    assert.ok(Array.isArray(await session.pull(uri)));
    await session.close(uri);
    assert.deepEqual(await session.pull(uri), []);
    assert.deepEqual(await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }), []);
  });
});

describeReal('the language server on the published reports', () => {
  let session: Session;
  before(async () => {
    ({ session } = await Session.start(modern));
  });
  after(() => session.stop());

  it('answers the main requests with the expected contents', async () => {
    for (const [name, text] of realReports()) {
      const own = `file:///${name}.txt`;
      await session.open(own, text);
      const textDocument = { uri: own };
      await session.pull(own);
      const symbols = (await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
      assert.equal(symbols.length, 6, name);
      await session.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
      const total = /四、结转下年度继续办理\n(?:\t[^\t]*){6}\t/.exec(text);
      const document = TextDocument.create(own, 'nianbao', 1, text);
      const position = document.positionAt((total?.index ?? 0) + (total?.[0].length ?? 0));
      const hover = await session.connection.sendRequest(HoverRequest.type, { textDocument, position });
      assert.match(JSON.stringify(hover?.contents), /requests\.carriedOut\.total/, name);
      const parts = await session.connection.sendRequest(DefinitionRequest.type, { textDocument, position });
      assert.equal(Array.isArray(parts) && parts.length, 6, name);
      await session.connection.sendRequest(CodeActionRequest.type, { textDocument, range: whole, context: { diagnostics: [] } });
    }
    assert.equal(session.complaints, '');
  });
});
