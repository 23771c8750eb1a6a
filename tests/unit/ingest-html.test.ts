// Web pages → the tree.

import { describe, expect, it } from 'vitest';
import { grids, ingested, outlineOf } from '../support/ingested.ts';

const table = (rows: string) => `<html><body><table>${rows}</table></body></html>`;

describe('spans', () => {
  it('places cells as the HTML standard does', async () => {
    const rows =
      '<tr><td rowspan=2>a<td colspan=2>b<td rowspan=3>c</tr><tr><td>d<td>e</tr><tr><td colspan=3>f</tr>';
    expect(await grids('x.html', table(rows))).toEqual([
      [
        ['a', 'b', 'b', 'c'],
        ['a', 'd', 'e', 'c'],
        ['f', 'f', 'f', 'c'],
      ],
    ]);
  });

  it('ends a row span with its row group; 0 means all of it', async () => {
    const rows =
      '<tbody><tr><td rowspan=0>a<td>b</tr><tr><td>c</tr></tbody><tbody><tr><td>d<td>e</tr></tbody>';
    expect(await grids('x.html', table(rows))).toEqual([
      [
        ['a', 'b'],
        ['a', 'c'],
        ['d', 'e'],
      ],
    ]);
  });

  it('lets spans cross groups where the grid has holes otherwise', async () => {
    const rows = '<tbody><tr><td rowspan=2>a<td>b</tr></tbody><tbody><tr><td>c</tr></tbody>';
    expect(await grids('x.html', table(rows))).toEqual([
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    ]);
  });

  it('draws a head first and a foot last, leaves hidden rows and cells out, puts a caption above', async () => {
    const rows =
      '<caption>标题</caption><tfoot><tr><td>尾</tfoot><tbody><tr style="display:none"><td>x</tr><tr><td hidden>y<td>身</tbody><thead><tr><th>头</thead>';
    expect(await outlineOf('x.html', table(rows))).toEqual(['标题', '[3×1]']);
    expect(await grids('x.html', table(rows))).toEqual([[['头'], ['身'], ['尾']]]);
  });
});

describe('text', () => {
  it.each([
    ['项目<br>名称', '项目名称'],
    ['<p>项目</p><p>名称</p>', '项目名称'],
    ['<div>Level</div><div>one</div>', 'Level one'],
    ['项目\n   名称', '项目名称'],
    ['A\n  B', 'A B'],
    ['&nbsp;&ge;98%&nbsp;', '≥98%'],
    ['<span>37</span><span>8.65</span>', '378.65'],
    ['<script>x</script><style>y</style>值<!-- z -->', '值'],
    [
      '<span style="font-family:Wingdings">&thorn;</span>优 <span style="font-family:Wingdings">&uml;</span>良',
      '☑优 □良',
    ],
    ['<input type=checkbox checked>优<input type=checkbox>良', '☑优□良'],
    ['项目\u00AD名称\u200B', '项目名称'],
    ['<pre>a\nb</pre>', 'a b'],
    ['<del>旧</del><ins>新</ins>', '新'],
  ])('%s reads %s', async (source, expected) => {
    expect(await grids('x.html', table(`<tr><td>${source}</td><td>1</td></tr>`))).toEqual([
      [[expected, '1']],
    ]);
  });

  it('makes lines of headings and paragraphs, in order with the tables', async () => {
    const page = '<body><h1>标题<br>（2020年度）</h1>单位：万元<table><tr><td>a</table><p>尾注</body>';
    expect(await outlineOf('x.html', page)).toEqual(['标题', '（2020年度）', '单位：万元', '[1×1]', '尾注']);
  });

  it('points at cells by a path that a browser understands', async () => {
    const page = '<body><div></div><div><table><tr><td>a<td>b</table></div></body>';
    const { document } = await ingested('x.html', page);
    const block = document?.pages[0]?.children[0];
    expect(block?.type === 'table' && block.cells[1]?.origin).toEqual({
      on: 'markup',
      path: '/html/body/div[2]/table[1]/tbody[1]/tr[1]/td[2]',
    });
  });
});

describe('tables in tables', () => {
  it('lets the content of a layout cell flow', async () => {
    const page = table(
      '<tr><td>首页<td>公开</tr><tr><td colspan=2><p>标题</p><table><tr><td>a<td>b</table><p>注</p></tr><tr><td>版权<td></tr>',
    );
    expect(await outlineOf('x.html', page)).toEqual(['[1×2]', '标题', '[1×2]', '注', '[1×2]']);
  });

  it('keeps a row that has text of its own, and puts the inner table below it', async () => {
    const page = table(
      '<tr><td rowspan=2>资金<td>预算</tr><tr><td>细目<table><tr><td>a<td>b</table></tr><tr><td>c<td>d</tr>',
    );
    expect(await grids('x.html', page)).toEqual([
      [['资金', '预算']],
      [['资金', '细目']],
      [['a', 'b']],
      [['c', 'd']],
    ]);
  });
});
