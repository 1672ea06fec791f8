import assert from 'node:assert/strict';
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { latestEdition } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { fieldsOf } from '../../core/report/fields';
import { Unreadable } from '../../core/writing/foreign';
import { bringIn, sendOut } from '../../exchange/convert';
import { withWholeParagraphs } from '../../exchange/other-programs';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { reportIn, textFrom } from '../support/shapes';

const report = reportIn({
  edition: latestEdition,
  year: 2025,
  organ: '平安县水利局',
  shape: 'markdown',
  text: textFrom(inventFigures(seeded(3))),
});
const main = 'word/document.xml';
const fields = (text: string) => fieldsOf(readReport(text)).map(({ field, value, text: written }) => [field.id, value, written]);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A Word file that we write, after `change` has edited its parts. */
async function word(change: (files: Unzipped) => void): Promise<Uint8Array> {
  const files = unzipSync(await sendOut(report, 'docx'));
  change(files);
  return zipSync(files);
}

/** A Word file that we write, after `change` has edited the XML of its document. */
function document(change: (xml: string) => string): Promise<Uint8Array> {
  return word((files) => {
    files[main] = bytesOf(change(new TextDecoder().decode(files[main])));
  });
}

const paragraph = (inner: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
const run = (text: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const body = (inner: string) => (xml: string) => xml.replace(/<w:body>.*<\/w:body>/s, `<w:body>${inner}</w:body>`);
const within = (inner: string) => (xml: string) => xml.replace('</w:body>', `${inner}</w:body>`);

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const error = await bringIn(name, bytes).then(
    () => assert.fail('it was read'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof Unreadable, String(error));
  assert.ok(!error.message.includes('\n'));
  return error.message;
}

describe('Word files of other programs', () => {
  it('get the numbers of numbered headings, by list, level and style', async () => {
    const level = (depth: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const bytes = await word((files) => {
      files[main] = bytesOf(
        body(
          [
            paragraph(run('平安县水利局2025年政府信息公开工作年度报告')),
            paragraph(run('总体情况'), '<w:pStyle w:val="Chapter"/>'),
            paragraph(run('主动公开'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'),
            paragraph(run('第一件。'), '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr>'),
            paragraph(run('第二件。'), '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr>'),
            paragraph(run('依申请公开'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'),
            paragraph(run('主动公开政府信息情况'), '<w:pStyle w:val="Chapter"/>'),
          ].join(''),
        )(new TextDecoder().decode(files[main])),
      );
      const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
      files['word/numbering.xml'] = bytesOf(
        `<w:numbering ${space}><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
      );
      files['word/styles.xml'] = bytesOf(
        `<w:styles ${space}><w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`,
      );
    });
    const { text } = await bringIn('report.docx', bytes);
    assert.deepEqual(text.split('\n').filter(Boolean).slice(1), [
      '## 一、总体情况',
      '### （一）主动公开',
      '1.第一件。',
      '2.第二件。',
      '### （二）依申请公开',
      '## 二、主动公开政府信息情况',
    ]);
  });

  it('are read with tracked changes accepted, with text boxes and without hidden text', async () => {
    const changed = [
      paragraph(
        `${run('全年收到')}<w:del w:id="1" w:author="a"><w:r><w:delText>3</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run('5')}</w:ins>${run('件。')}`,
      ),
      paragraph(run('看得见。') + run('看不见。', '<w:vanish/>')),
      paragraph(
        `${run('框外。')}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:txbxContent>${paragraph(run('框内。'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(run('框内。'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      paragraph(`<w:fldSimple w:instr="DATE">${run('2026年1月20日')}</w:fldSimple>`),
    ];
    const { text, notes } = await bringIn('report.docx', await document(within(changed.join(''))));
    assert.deepEqual(text.trimEnd().split('\n').filter(Boolean).slice(-5), [
      '全年收到5件。',
      '看得见。',
      '框外。',
      '框内。',
      '2026年1月20日',
    ]);
    assert.equal(notes.length, 2);
    assert.deepEqual(fields(text), fields(report));
  });

  it('may have tables that are cut by a page, inside another table, or with slivers of merged cells', async () => {
    const cut = await document((xml) =>
      xml.replace(/(<w:tr>(?:(?!<w:tr>).)*4\.保护)/s, '</w:tbl><w:p><w:r><w:br w:type="page"/></w:r></w:p><w:tbl>$1'),
    );
    assert.deepEqual(fields((await bringIn('a.docx', cut)).text), fields(report));
    const wrapped = await document((xml) =>
      xml.replace(/<w:tbl>.*?<\/w:tbl>/s, (table) => `<w:tbl><w:tr><w:tc>${table}<w:p/></w:tc></w:tr></w:tbl>`),
    );
    assert.deepEqual(fields((await bringIn('a.docx', wrapped)).text), fields(report));
    const sliver = await document((xml) => {
      const row = /<w:tr>(?:(?!<w:tr>).)*1\.属于国家秘密.*?<\/w:tr>/s.exec(xml)?.[0] ?? assert.fail();
      const [label, figure, ...others] = row.split('</w:tc>').reverse().slice(0, 3).reverse();
      assert.ok(figure.includes('<w:tcPr>'));
      const wide = [label, figure.replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>'), ...others].join('</w:tc>');
      return xml.replace(row, row.slice(0, row.length - [label, figure, ...others].join('</w:tc>').length) + wide);
    });
    assert.deepEqual(fields((await bringIn('a.docx', sliver)).text), fields(report));
  });

  it('lose their pictures, and a note counts them', async () => {
    const { notes, text } = await bringIn(
      'a.docx',
      await document(
        within(
          paragraph(
            '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId99" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
          ),
        ),
      ),
    );
    assert.deepEqual(fields(text), fields(report));
    assert.match(notes.join(), /^pictures: left out \(1\)$/);
  });
});

describe('hostile and damaged files @slow', () => {
  it('a zip bomb is refused before it is unpacked', async () => {
    const bomb = await word((files) => {
      files['word/styles.xml'] = new Uint8Array(100 << 20);
    });
    assert.match(await refusal('report.docx', bomb), /64 MB/);
  });

  it('a zip bomb is unpacked only to the size that it states', async () => {
    const bomb = await word((files) => {
      files[main] = new Uint8Array(70 << 20).fill(0x20);
    });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = bomb.length - 4; at >= 0; at--) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      if (view.getUint32(at + 24, true) > 1 << 20) view.setUint32(at + 24, 1000, true);
    }
    assert.match(await refusal('report.docx', bomb), /damaged/);
  });

  it('an archive of very many files is refused', async () => {
    const many = await word((files) => {
      for (let index = 0; index < 3000; index++) files[`word/media/${index}.xml`] = new Uint8Array(0);
    });
    assert.match(await refusal('report.docx', many), /2000 files/);
  });

  it('entities, external or internal, are refused and not resolved', async () => {
    const external = await document((xml) =>
      xml.replace(/\?>/, '?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('年度报告', '&x;'),
    );
    assert.match(await refusal('report.docx', external), /entities/);
    const laughs = await word((files) => {
      files['word/styles.xml'] = bytesOf('<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:styles/>');
    });
    assert.match(await refusal('report.docx', laughs), /entities/);
  });

  it('200 nested tables are refused, in Word and on a page', async () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(200);
    const close = '<w:p/></w:tc></w:tr></w:tbl>'.repeat(200);
    assert.match(await refusal('report.docx', await document(within(open + paragraph(run('0')) + close))), /20 deep/);
    assert.match(await refusal('report.html', bytesOf(`<html>${'<table><tr><td>'.repeat(200)}0`)), /20 deep/);
  });

  it('elements nested too deep and tables with too many cells are refused', async () => {
    assert.match(await refusal('report.docx', await document(within('<w:sdt><w:sdtContent>'.repeat(5000)))), /too deep/);
    assert.match(await refusal('report.html', bytesOf('<div>'.repeat(1_000_000))), /too deep/);
    assert.match(await refusal('report.html', bytesOf(`<table><tr>${'<td>0'.repeat(300_000)}`)), /too much/);
    const spans = await bringIn('report.html', bytesOf('<table><tr><td colspan=999999 rowspan=999999>一<td>二<tr><td>三</table>'));
    assert.ok(spans.text.length < 10_000);
  });

  it('a page that is too large is refused', async () => {
    assert.match(await refusal('report.html', new Uint8Array(33 << 20).fill(0x20)), /32 MB/);
  });

  it('damaged, empty and locked files are told apart', async () => {
    const good = await sendOut(report, 'docx');
    assert.match(await refusal('report.docx', good.slice(0, good.length / 2)), /damaged/);
    assert.match(await refusal('report.docx', bytesOf('PK\u0003\u0004 nothing')), /damaged/);
    assert.match(await refusal('report.docx', new Uint8Array(0)), /damaged/);
    assert.match(await refusal('report.docx', await document((xml) => xml.slice(0, 500))), /damaged/);
    assert.match(await refusal('report.docx', zipSync({ 'a.txt': bytesOf('a') })), /damaged/);
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    assert.match(await refusal('report.docx', container), /password/);
    assert.match(await refusal('report.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])), /\.docx/);
    assert.match(await refusal('report.pdf', bytesOf('%PDF-1.7')), /\.docx/);
    assert.match(await refusal('report.xlsx', zipSync({ '[Content_Types].xml': bytesOf('<Types/>') })), /no Excel workbook/);
  });

  it('formulas that fail or were never computed give empty cells, and notes count them', async () => {
    const files = unzipSync(await sendOut(report, 'xlsx'));
    const sheet = 'xl/worksheets/sheet2.xml';
    const xml = new TextDecoder().decode(files[sheet]);
    let times = 0;
    files[sheet] = bytesOf(
      xml.replace(/<c r="(\w+)"([^>]*)><f>([^<]*)<\/f><v>\d+<\/v>/g, (cell, address, style, formula) => {
        times++;
        if (times === 1) return `<c r="${address}"${style} t="e"><f>1/0</f><v>#DIV/0!</v>`;
        return times === 2 ? `<c r="${address}"${style}><f>${formula}</f>` : cell;
      }),
    );
    assert.ok(times > 2);
    const { text, notes } = await bringIn('report.xlsx', zipSync(files));
    assert.equal(notes.filter((note) => /fail|never/.test(note)).length, 2);
    const before = fields(report);
    const after = fields(text);
    assert.equal(after.filter((field, index) => JSON.stringify(field) !== JSON.stringify(before[index])).length, 2);
  });

  it('scripts, styles, hidden elements and form controls are not text', async () => {
    const { text } = await bringIn(
      'page.html',
      bytesOf(
        '<script>alert(1)</script><style>p{}</style><p style="display:none">一</p><p hidden>二</p><select><option>三</select><iframe src="http://x">四</iframe><p>五</p>',
      ),
    );
    assert.equal(text, '五\n');
  });

  it('text that looks like the start of a comment stays text', async () => {
    const { text, notes } = await bringIn('page.html', bytesOf('<p>&lt;!-- 甲</p><p>乙</p>'));
    assert.equal(text, '< !-- 甲\n\n乙\n');
    assert.equal(notes.length, 2);
  });
});

describe('text of printed pages', () => {
  it('has each paragraph on one line, and headings and table rows on lines of their own', () => {
    const printed = '一、总体情况\n2025 年，平安县水利局认真贯彻落实政府信息公开条例的各项\n规定。\n— 1 —\n（一）主动公开\n行政许可 186\n';
    assert.equal(
      withWholeParagraphs(printed),
      '一、总体情况\n2025年，平安县水利局认真贯彻落实政府信息公开条例的各项规定。\n（一）主动公开\n行政许可 186',
    );
  });
});
