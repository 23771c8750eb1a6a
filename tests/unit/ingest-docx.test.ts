// Word documents → the tree.

import { describe, expect, it } from 'vitest';
import { numeral } from '../../src/ingest/docx/numerals.ts';
import { docxOf, zipOf } from '../support/hostile/packages.ts';
import { codes, grids, ingested, outlineOf } from '../support/ingested.ts';

const p = (inner: string) => `<w:p>${inner}</w:p>`;
const r = (inner: string, props = '') => `<w:r>${props ? `<w:rPr>${props}</w:rPr>` : ''}${inner}</w:r>`;
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
const tc = (text: string, props = '') => `<w:tc><w:tcPr>${props}</w:tcPr>${p(r(t(text)))}</w:tc>`;
const tr = (cells: string, props = '') => `<w:tr><w:trPr>${props}</w:trPr>${cells}</w:tr>`;
const tbl = (rows: string) => `<w:tbl>${rows}</w:tbl>`;
const SPAN2 = '<w:gridSpan w:val="2"/>';
const RESTART = '<w:vMerge w:val="restart"/>';
const CONTINUE = '<w:vMerge/>';

describe('the grid', () => {
  it('knows gridSpan, vMerge, gridBefore and gridAfter', async () => {
    const body = tbl(
      tr(tc('a', RESTART) + tc('b', SPAN2)) +
        tr(tc('', CONTINUE) + tc('c') + tc('d')) +
        tr(tc('e') + tc('f'), '<w:gridBefore w:val="1"/>') +
        tr(tc('g'), '<w:gridAfter w:val="2"/>'),
    );
    expect(await grids('x.docx', docxOf(body))).toEqual([
      [
        ['a', 'b', 'b'],
        ['a', 'c', 'd'],
        [null, 'e', 'f'],
        ['g', null, null],
      ],
    ]);
  });

  it('begins a new cell at each restart and does not continue what it cannot find above', async () => {
    const body = tbl(
      tr(tc('a', RESTART)) +
        tr(tc('', CONTINUE)) +
        tr(tc('b', RESTART)) +
        tr(tc('c')) +
        tr(tc('d', CONTINUE)),
    );
    expect(await grids('x.docx', docxOf(body))).toEqual([[['a'], ['a'], ['b'], ['c'], ['d']]]);
  });

  it('knows legacy horizontal merges, deleted rows and rows in content controls', async () => {
    const body = tbl(
      tr(tc('a', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('b')) +
        tr(tc('x') + tc('y') + tc('z'), '<w:del w:id="1"/>') +
        `<w:sdt><w:sdtContent>${tr(tc('c') + tc('d') + tc('e'))}</w:sdtContent></w:sdt>`,
    );
    expect(await grids('x.docx', docxOf(body))).toEqual([
      [
        ['a', 'a', 'b'],
        ['c', 'd', 'e'],
      ],
    ]);
  });

  it('writes a merged cell again where it changes its width', async () => {
    const body = tbl(tr(tc('a', SPAN2 + RESTART) + tc('b')) + tr(tc('', CONTINUE) + tc('c') + tc('d')));
    expect(await grids('x.docx', docxOf(body))).toEqual([
      [
        ['a', 'a', 'b'],
        ['a', 'c', 'd'],
      ],
    ]);
  });

  it('knows cells that are merged both ways', async () => {
    const both = (vertical: string, horizontal: string) =>
      `<w:hMerge w:val="${horizontal}"/><w:vMerge w:val="${vertical}"/>`;
    const row = (text: string, vertical: string) =>
      tr(tc(text, both(vertical, 'restart')) + tc('', both(vertical, 'continue')) + tc('b'));
    expect(await grids('x.docx', docxOf(tbl(row('a', 'restart') + row('', 'continue'))))).toEqual([
      [
        ['a', 'a', 'b'],
        ['a', 'a', 'b'],
      ],
    ]);
  });

  it('puts an inner table below its row', async () => {
    const inner = `<w:tc>${p(r(t('细目')))}${tbl(tr(tc('a') + tc('b')))}${p('')}</w:tc>`;
    expect(await grids('x.docx', docxOf(tbl(tr(tc('资金') + inner) + tr(tc('c') + tc('d')))))).toEqual([
      [['资金', '细目']],
      [['a', 'b']],
      [['c', 'd']],
    ]);
  });

  it('points at cells by their path', async () => {
    const { document } = await ingested('x.docx', docxOf(p('') + tbl(tr(tc('a') + tc('b')))));
    const block = document?.pages[0]?.children[0];
    expect(block?.type === 'table' && block.cells[1]?.origin).toEqual({
      on: 'markup',
      path: '/w:body/w:tbl[1]/w:tr[1]/w:tc[2]',
    });
  });
});

describe('text', () => {
  const textOf = async (runs: string) => (await outlineOf('x.docx', docxOf(p(runs)))).join('/');

  it.each([
    [
      'tracked changes as the final text',
      `<w:ins>${r(t('新'))}</w:ins><w:del>${r('<w:delText>旧</w:delText>')}</w:del><w:moveFrom>${r(t('去'))}</w:moveFrom><w:moveTo>${r(t('来'))}</w:moveTo>`,
      '新来',
    ],
    [
      'breaks, tabs and hyphens',
      r(`${t('甲')}<w:br/>${t('乙')}<w:tab/>${t('丙')}<w:softHyphen/><w:noBreakHyphen/>${t('丁')}`),
      '甲/乙 丙-丁',
    ],
    [
      'field results without field codes',
      r('<w:fldChar w:fldCharType="begin"/>') +
        r('<w:instrText>PAGE</w:instrText>') +
        r('<w:fldChar w:fldCharType="separate"/>') +
        r(t('3')) +
        `<w:fldSimple w:instr="DATE">${r(t('2020'))}</w:fldSimple>`,
      '32020',
    ],
    [
      'symbols',
      r('<w:sym w:font="Wingdings" w:char="F0FE"/>') +
        r(t('是')) +
        r('<w:sym w:font="Wingdings 2" w:char="F0A3"/>') +
        r(t('否')) +
        r('<w:sym w:font="Symbol" w:char="F0B3"/>') +
        r(t('98%')),
      '☑是□否≥98%',
    ],
    ['letters in a symbol font', r(t('\uF0FE'), '<w:rFonts w:ascii="Wingdings"/>') + r(t('优')), '☑优'],
    [
      'form check boxes',
      r(
        '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar>',
      ) + r(t('优')),
      '☑优',
    ],
    [
      'hidden text left out',
      r(t('见')) + r(t('隐'), '<w:vanish/>') + r(t('显'), '<w:vanish w:val="0"/>'),
      '见显',
    ],
    [
      'links and content controls',
      `<w:hyperlink>${r(t('链'))}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${r(t('控'))}</w:sdtContent></w:sdt>`,
      '链控',
    ],
  ])('%s', async (_, runs, expected) => {
    expect(await textOf(runs)).toBe(expected);
  });

  it('reads a text box once', async () => {
    const box = `<w:txbxContent>${p(r(t('框内')))}${tbl(tr(tc('a')))}</w:txbxContent>`;
    const alternate = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const body = p(r(t('正文')) + r(alternate)) + p(r(t('后文')));
    expect(await outlineOf('x.docx', docxOf(body))).toEqual(['正文', '框内', '[1×1]', '后文']);
  });

  it('joins the paragraphs of a cell', async () => {
    const cell = `<w:tc>${p(r(t('第一段')))}${p(r(t('第二段')))}</w:tc>`;
    expect(await grids('x.docx', docxOf(tbl(tr(cell + tc('1')))))).toEqual([[['第一段第二段', '1']]]);
  });
});

describe('automatic numbers', () => {
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const level = (depth: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '（%1）')}${level(1, 'decimal', '%2.')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>';
  const related =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>';
  const styles = `<w:styles xmlns:w="${W}"><w:style w:styleId="条"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
  const extra = {
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
    'word/_rels/document.xml.rels': related,
  };
  const item = (text: string, list: number, depth = 0) =>
    p(`<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${r(t(text))}`);

  it('are written out as the page shows them; bullets are not', async () => {
    const styled = p(`<w:pPr><w:pStyle w:val="条"/></w:pPr>${r(t('戊'))}`);
    const body =
      item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 1) + item('丁', 1) + styled + item('己', 1, 1);
    const bytes = docxOf(body + item('庚', 2) + item('辛', 3) + item('壬', 0), extra);
    expect(await outlineOf('x.docx', bytes)).toEqual([
      '（一）甲',
      '1. 乙',
      '2. 丙',
      '（二）丁',
      '（三）戊',
      '1. 己',
      '庚',
      '（一）辛',
      '壬',
    ]);
  });

  it('count only what the page shows', async () => {
    const box = (inner: string) => `<w:drawing><w:txbxContent>${inner}</w:txbxContent></w:drawing>`;
    const alternate = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${box(item('甲', 1))}</mc:Choice><mc:Fallback>${box(item('甲', 1))}</mc:Fallback></mc:AlternateContent>`;
    const deleted = item('', 1).replace('</w:numPr>', '</w:numPr><w:rPr><w:del w:id="1"/></w:rPr>');
    const row = tbl(tr(`<w:tc>${item('旧', 1)}</w:tc>`, '<w:del w:id="2"/>') + tr(tc('a')));
    const bytes = docxOf(p(r(alternate)) + deleted + item('乙', 1) + row + item('丙', 1), extra);
    expect(await outlineOf('x.docx', bytes)).toEqual(['（一）甲', '（二）乙', '[1×1]', '（三）丙']);
  });

  it.each([
    [21, 'chineseCounting', '二十一'],
    [10, 'chineseLegalSimplified', '壹拾'],
    [3, 'decimalEnclosedCircle', '③'],
    [28, 'upperLetter', 'BB'],
    [14, 'lowerRoman', 'xiv'],
    [7, 'something', '7'],
  ])('%d as %s is %s', (value, format, expected) => {
    expect(numeral(value, format)).toBe(expected);
  });
});

describe('the package', () => {
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

  it('reads strict files, any prefix, and a main part of another name', async () => {
    const bytes = zipOf({
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
      'word/document2.xml': `<x:document xmlns:x="${STRICT}"><x:body><x:p><x:r><x:t>项目</x:t></x:r></x:p></x:body></x:document>`,
    });
    expect(await outlineOf('x.docx', bytes)).toEqual(['项目']);
  });

  it('says so when there are only pictures', async () => {
    expect(await codes('x.docx', docxOf('<w:p/>', { 'word/media/image1.png': 'x' }))).toEqual([
      'source-note',
    ]);
  });

  it.each([
    ['damaged XML', docxOf('<w:p>', {}), 'unreadable'],
    ['no document', zipOf({ 'word/other.xml': '<x/>' }), 'unreadable'],
    ['OFD', zipOf({ 'OFD.xml': '<x/>' }), 'unsupported-carrier'],
    ['a plain archive', zipOf({ 'form.txt': 'x' }), 'unsupported-carrier'],
    [
      'a rar archive',
      Buffer.concat([Buffer.from('Rar!'), Buffer.from([26, 7, 1, 0])]),
      'unsupported-carrier',
    ],
    ['a 7z archive', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0]), 'unsupported-carrier'],
    [
      'OpenDocument',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'unsupported-carrier',
    ],
    [
      'encrypted',
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Buffer.from('EncryptedPackage\0', 'utf16le'),
      ]),
      'encrypted',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codes('x.docx', bytes)).toEqual([code]);
  });
});
