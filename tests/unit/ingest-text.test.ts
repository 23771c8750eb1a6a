// Text, CSV and Markdown → the tree; and the sniffing and decoding that come before.

import { describe, expect, it } from 'vitest';
import { codes, grids, ingested, outlineOf } from '../support/ingested.ts';

const GB = Uint8Array.from([0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x09, 0xb2, 0xe2, 0xca, 0xd4]); // 项目名称⇥测试

describe('what a source is', () => {
  const carrier = async (name: string, content: string | Uint8Array) =>
    (await ingested(name, content)).document?.carrier;

  it.each([
    ['form.pdf', '项目名称\t甲', 'text'],
    ['form.csv', '项目名称,甲,,\n主管部门,乙,,', 'csv'],
    ['form', 'a,b,c,d\n1,2,3,4\n1,2,3,4\n1,2,3,4', 'csv'],
    ['form.txt', '完成甲,完成乙\n全部', 'text'],
    ['form.doc', '<html><table><tr><td>甲</td></tr></table></html>', 'html'],
    ['form.txt', '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', 'markdown'],
    ['form.md', '| 甲 | 乙 |\n|-|-|\n| 1 | 2 |', 'markdown'],
    ['form.txt', '其他资金 |\n|\n|\n', 'text'],
    ['form.txt', '其他资金 | 0 |\n- | -- |\n得分 | 10 |', 'text'],
  ])('%s by its bytes: %j is %s', async (name, content, expected) => {
    expect(await carrier(name, content)).toBe(expected);
  });

  it.each([
    ['empty.txt', new Uint8Array(0), 'unreadable'],
    ['junk.bin', Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256), 'unreadable'],
    ['zeros.bin', new Uint8Array(100), 'unreadable'],
    ['half.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), 'unreadable'],
    [
      'page.mht',
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n<html>',
      'unsupported-carrier',
    ],
  ])('%s is refused', async (name, content, code) => {
    const { document, diagnostics } = await ingested(name, content);
    expect(document).toBeNull();
    expect(diagnostics.map((diagnostic) => [diagnostic.level, diagnostic.code])).toEqual([['fatal', code]]);
  });
});

describe('encodings', () => {
  const text = '项目名称\t测试';
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16LE with a mark', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['UTF-16BE with a mark', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())],
    ['GB18030', GB],
  ])('%s', async (_, bytes) => {
    expect(await grids('form.txt', bytes)).toEqual([[['项目名称', '测试']]]);
  });

  it('says how many bytes of damaged UTF-8 were replaced, and keeps the rest', async () => {
    const bytes = new TextEncoder().encode('项目名称很长很长的一段文字X测试');
    bytes[bytes.indexOf(0x58)] = 0xff;
    const { document, diagnostics } = await ingested('form.txt', bytes);
    expect(diagnostics.map(({ code }) => code)).toEqual(['source-note']);
    expect(document?.pages[0]?.children[0]).toMatchObject({ text: '项目名称很长很长的一段文字�测试' });
  });

  it('bears a stray zero byte', async () => {
    const text = `项目名称\u0000测试${'很长的一段文字'.repeat(200)}`;
    expect(await outlineOf('form.txt', text)).toEqual([text.replace('\u0000', '')]);
  });

  it('believes a page’s bytes before its declaration', async () => {
    const page = '<html><meta charset="gb2312"><body><p>项目名称</p></body></html>';
    expect(await outlineOf('page.html', page)).toEqual(['项目名称']);
    const gb = [...new TextEncoder().encode('<html><meta charset=gbk><p>'), ...GB.slice(0, 8)];
    expect(await outlineOf('page.html', Uint8Array.from(gb))).toEqual(['项目名称']);
  });

  it('reads radicals as everyday characters and keeps full width', async () => {
    expect(await outlineOf('form.txt', '主管部⻔：（Ａ）①㎡\u200b')).toEqual(['主管部门：（Ａ）①㎡']);
  });
});

describe('text', () => {
  it('makes ragged rows of consecutive tab lines and lines of the rest', async () => {
    const text = '标题\r\n\r\n甲\t\t乙\t\n丙\t丁\r表尾\n';
    expect(await outlineOf('form.txt', text)).toEqual(['标题', '[2×4]', '表尾']);
    expect(await grids('form.txt', text)).toEqual([
      [
        ['甲', '', '乙', ''],
        ['丙', '丁', null, null],
      ],
    ]);
    const { document } = await ingested('form.txt', text);
    const table = document?.pages[0]?.children[1];
    expect(table).toMatchObject({ placement: 'ragged', origin: { on: 'text', line: 3, column: 1 } });
    expect(table?.type === 'table' && table.cells[2]?.origin).toEqual({ on: 'text', line: 3, column: 4 });
  });

  it('lets a pipe close its cell', async () => {
    expect(await grids('form.txt', '分值 | 10 | |\n|\n预算 | |||\n')).toEqual([
      [
        ['分值', '10', '', null],
        ['', null, null, null],
        ['预算', '', '', ''],
      ],
    ]);
  });

  it('keeps a stream of pipes, whose line breaks fell inside cells, as lines', async () => {
    const text = '| 标题 | 项目名称 | 甲\n| 10 | 100% |\n|\n | — | 其他 |\n';
    expect(await outlineOf('form.txt', text)).toEqual([
      '| 标题 | 项目名称 | 甲',
      '| 10 | 100% |',
      '|',
      '| — | 其他 |',
    ]);
  });

  it('reads equal rows between pipes as a table', async () => {
    expect(await grids('form.txt', '| 甲 | 乙 |\n| 1 |  |\n')).toEqual([
      [
        ['甲', '乙'],
        ['1', ''],
      ],
    ]);
  });
});

describe('csv', () => {
  it('follows RFC 4180: quotes, doubled quotes, line breaks inside, blanks', async () => {
    const text = '项目名称,"甲,""乙"""\r\n"第一行\r\n第二行",\r\n,"a\nb"\n';
    expect(await grids('form.csv', text)).toEqual([
      [
        ['项目名称', '甲,"乙"'],
        ['第一行第二行', ''],
        ['', 'a b'],
      ],
    ]);
    const { document } = await ingested('form.csv', text);
    const table = document?.pages[0]?.children[0];
    expect(table).toMatchObject({ placement: 'grid' });
    expect(table?.type === 'table' && table.cells.map(({ origin }) => origin)).toEqual([
      { on: 'text', line: 1, column: 1 },
      { on: 'text', line: 1, column: 6 },
      { on: 'text', line: 2, column: 1 },
      { on: 'text', line: 3, column: 6 },
      { on: 'text', line: 4, column: 1 },
      { on: 'text', line: 4, column: 2 },
    ]);
  });

  it.each([
    [
      '甲;乙\n1,5;2',
      [
        ['甲', '乙'],
        ['1,5', '2'],
      ],
    ],
    [
      '甲\t乙\n1\t',
      [
        ['甲', '乙'],
        ['1', ''],
      ],
    ],
    ['sep=;\n甲;乙,丙,丁', [['甲', '乙,丙,丁']]],
  ])('finds the delimiter of %j', async (text, expected) => {
    expect(await grids('form.csv', text)).toEqual([expected]);
  });

  it('says where a quote is never closed', async () => {
    expect(await codes('form.csv', '甲,乙\n"丙,丁\n')).toEqual(['source-note']);
  });
});

describe('markdown', () => {
  it('reads pipe tables with headings and text around them', async () => {
    const text =
      '# 自评表\n\n（2020年度）\n\n| 甲 | **乙** |\n|:--|--:|\n| a\\|b | 一<br>二 |\n| * | |\n\n尾注\n';
    expect(await outlineOf('form.md', text)).toEqual(['自评表', '（2020年度）', '[3×2]', '尾注']);
    expect(await grids('form.md', text)).toEqual([
      [
        ['甲', '乙'],
        ['a|b', '一二'],
        ['*', ''],
      ],
    ]);
  });

  it('reads rows without outer pipes, and several tables', async () => {
    const text = '甲 | 乙\n--- | ---\n1 | 2\n\n| 丙 |\n|---|\n| 3 |\n';
    expect(await grids('form.md', text)).toEqual([
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
      [['丙'], ['3']],
    ]);
  });
});
