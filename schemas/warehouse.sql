-- The warehouse in PostgreSQL, as `hebiao load DIR --into postgres://…` makes it. Generated: npm run schemas.
CREATE SCHEMA IF NOT EXISTS hebiao;
SET search_path TO hebiao;
CREATE TABLE IF NOT EXISTS schema_migration (number integer PRIMARY KEY, applied_at timestamptz NOT NULL);

-- migration 1

CREATE TABLE "rule" (
  "code" text NOT NULL,
  "title_zh" text NOT NULL,
  "title_en" text NOT NULL,
  PRIMARY KEY ("code")
);

COMMENT ON TABLE "rule" IS '规则 what the codes of findings mean';

COMMENT ON COLUMN "rule"."code" IS '规则 code of the rule';

COMMENT ON COLUMN "rule"."title_zh" IS '名称 its name in Chinese';

COMMENT ON COLUMN "rule"."title_en" IS '英文名称 its name in English';

CREATE TABLE "source" (
  "source_id" text NOT NULL,
  "sha256" text NOT NULL,
  "name" text NOT NULL,
  "bytes" bigint NOT NULL,
  "carrier" text CHECK ("carrier" IN ('text', 'csv', 'markdown', 'html', 'docx', 'doc', 'xlsx', 'xls', 'pdf', 'scan', 'ofd')),
  "pages" integer,
  "forms" integer NOT NULL,
  "schema_version" text NOT NULL,
  "program_version" text NOT NULL,
  "report_digest" text NOT NULL,
  "loaded_at" timestamptz NOT NULL,
  PRIMARY KEY ("source_id")
);

COMMENT ON TABLE "source" IS '文件 documents, one row each, whether a form was found in it or not';

COMMENT ON COLUMN "source"."source_id" IS '文件编号：内容散列前 12 位 first 12 digits of sha256; the ids of its forms begin with it';

COMMENT ON COLUMN "source"."sha256" IS '内容散列 hash of the content';

COMMENT ON COLUMN "source"."name" IS '文件名 name of the document';

COMMENT ON COLUMN "source"."bytes" IS '字节数 size in bytes';

COMMENT ON COLUMN "source"."carrier" IS '载体 what kind of document; null where it could not be opened';

COMMENT ON COLUMN "source"."pages" IS '页数 pages';

COMMENT ON COLUMN "source"."forms" IS '表数 how many forms it holds';

COMMENT ON COLUMN "source"."schema_version" IS '报告结构版本 version of the report';

COMMENT ON COLUMN "source"."program_version" IS '程序版本 version of the program that read it; a newer one replaces';

COMMENT ON COLUMN "source"."report_digest" IS '报告散列 hash of the report that was loaded';

COMMENT ON COLUMN "source"."loaded_at" IS '入库时间 when it was loaded';

CREATE TABLE "form" (
  "form_id" text NOT NULL,
  "source_id" text NOT NULL,
  "position" integer NOT NULL,
  "title" text,
  "class" text NOT NULL CHECK ("class" IN ('project', 'department', 'transfer', 'other')),
  "fiscal_year" integer,
  "fiscal_year_end" date,
  "project_name" text,
  "project_code" text,
  "supervisor" text,
  "supervisor_code" text,
  "implementer" text,
  "amount_unit" text,
  "yuan_power" integer,
  "goal_expected" text,
  "goal_achieved" text,
  "total_weight" DECIMAL(38,10),
  "total_weight_text" text,
  "total_score" DECIMAL(38,10),
  "total_score_text" text,
  "grade" text,
  PRIMARY KEY ("form_id"),
  FOREIGN KEY ("source_id") REFERENCES "source" ("source_id") ON DELETE CASCADE
);

CREATE INDEX "form_source_id" ON "form" USING btree ("source_id");

CREATE INDEX "form_fiscal_year" ON "form" USING btree ("fiscal_year");

CREATE INDEX "form_supervisor" ON "form" USING hash ("supervisor");

CREATE INDEX "form_implementer" ON "form" USING hash ("implementer");

COMMENT ON TABLE "form" IS '自评表 self-evaluation forms, one row each';

COMMENT ON COLUMN "form"."form_id" IS '表编号 id of the form: source_id, a hyphen, position';

COMMENT ON COLUMN "form"."source_id" IS '所在文件 the document that holds it';

COMMENT ON COLUMN "form"."position" IS '在文件中的次序，从 0 起 place in the document, from 0';

COMMENT ON COLUMN "form"."title" IS '标题 title, as printed';

COMMENT ON COLUMN "form"."class" IS '表类 project 项目支出, department 部门整体, transfer 转移支付, other';

COMMENT ON COLUMN "form"."fiscal_year" IS '年度 fiscal year';

COMMENT ON COLUMN "form"."fiscal_year_end" IS '年度末日 last day of the fiscal year, to join calendars by';

COMMENT ON COLUMN "form"."project_name" IS '项目名称 project';

COMMENT ON COLUMN "form"."project_code" IS '项目编码 project code';

COMMENT ON COLUMN "form"."supervisor" IS '主管部门 supervising department';

COMMENT ON COLUMN "form"."supervisor_code" IS '主管部门代码 its code';

COMMENT ON COLUMN "form"."implementer" IS '实施单位 implementing unit';

COMMENT ON COLUMN "form"."amount_unit" IS '金额单位，照印 unit of the amounts, as printed';

COMMENT ON COLUMN "form"."yuan_power" IS '金额单位合 10 的几次方元 power of ten of 元 that the unit stands for; null where none is printed';

COMMENT ON COLUMN "form"."goal_expected" IS '预期目标 expected goal';

COMMENT ON COLUMN "form"."goal_achieved" IS '实际完成情况 achieved goal';

COMMENT ON COLUMN "form"."total_weight" IS '总分值 total of weights, as printed';

COMMENT ON COLUMN "form"."total_weight_text" IS '总分值原文 its printed text';

COMMENT ON COLUMN "form"."total_score" IS '总得分 total of scores, as printed';

COMMENT ON COLUMN "form"."total_score_text" IS '总得分原文 its printed text';

COMMENT ON COLUMN "form"."grade" IS '评价等级 grade, as printed';

CREATE TABLE "funding" (
  "form_id" text NOT NULL,
  "position" integer NOT NULL,
  "source" text NOT NULL CHECK ("source" IN ('total', 'central', 'provincial', 'local', 'currentAppropriation', 'fiscal', 'specialAccount', 'unit', 'carryover', 'other', 'unknown')),
  "label" text NOT NULL,
  "initial_budget" DECIMAL(38,10),
  "initial_budget_text" text,
  "initial_budget_yuan" DECIMAL(38,10),
  "adjusted_budget" DECIMAL(38,10),
  "adjusted_budget_text" text,
  "adjusted_budget_yuan" DECIMAL(38,10),
  "executed" DECIMAL(38,10),
  "executed_text" text,
  "executed_yuan" DECIMAL(38,10),
  "weight" DECIMAL(38,10),
  "weight_text" text,
  "execution_rate" DECIMAL(38,10),
  "execution_rate_text" text,
  "score" DECIMAL(38,10),
  "score_text" text,
  PRIMARY KEY ("form_id", "position"),
  FOREIGN KEY ("form_id") REFERENCES "form" ("form_id") ON DELETE CASCADE
);

CREATE INDEX "funding_source" ON "funding" USING btree ("source");

COMMENT ON TABLE "funding" IS '项目资金 lines of the fund blocks, one row each; amounts are exact decimals';

COMMENT ON COLUMN "funding"."form_id" IS '所属表 the form it belongs to';

COMMENT ON COLUMN "funding"."position" IS '次序，从 0 起 place in the form, from 0; evidence.field counts by it';

COMMENT ON COLUMN "funding"."source" IS '资金来源 total, central, provincial, local, fiscal, unit, carryover …';

COMMENT ON COLUMN "funding"."label" IS '资金名称，照印 the line as it is printed';

COMMENT ON COLUMN "funding"."initial_budget" IS '年初预算数 initial (approved) budget, in the printed unit';

COMMENT ON COLUMN "funding"."initial_budget_text" IS 'initial_budget 原文 its printed text';

COMMENT ON COLUMN "funding"."initial_budget_yuan" IS 'initial_budget 折合元 in 元; null where no unit is printed';

COMMENT ON COLUMN "funding"."adjusted_budget" IS '全年预算数 adjusted budget, in the printed unit';

COMMENT ON COLUMN "funding"."adjusted_budget_text" IS 'adjusted_budget 原文 its printed text';

COMMENT ON COLUMN "funding"."adjusted_budget_yuan" IS 'adjusted_budget 折合元 in 元; null where no unit is printed';

COMMENT ON COLUMN "funding"."executed" IS '全年执行数 executed, in the printed unit';

COMMENT ON COLUMN "funding"."executed_text" IS 'executed 原文 its printed text';

COMMENT ON COLUMN "funding"."executed_yuan" IS 'executed 折合元 in 元; null where no unit is printed';

COMMENT ON COLUMN "funding"."weight" IS '分值 weight in points';

COMMENT ON COLUMN "funding"."weight_text" IS 'weight 原文 its printed text';

COMMENT ON COLUMN "funding"."execution_rate" IS '执行率（%） execution rate in percent';

COMMENT ON COLUMN "funding"."execution_rate_text" IS 'execution_rate 原文 its printed text';

COMMENT ON COLUMN "funding"."score" IS '得分 score in points';

COMMENT ON COLUMN "funding"."score_text" IS 'score 原文 its printed text';

CREATE TABLE "indicator" (
  "form_id" text NOT NULL,
  "position" integer NOT NULL,
  "level1" text,
  "level2" text,
  "level3" text,
  "target" text,
  "target_comparator" text CHECK ("target_comparator" IN ('≥', '≤', '>', '<', '=')),
  "target_amount" DECIMAL(38,10),
  "target_unit" text,
  "adjusted_target" text,
  "adjusted_target_comparator" text CHECK ("adjusted_target_comparator" IN ('≥', '≤', '>', '<', '=')),
  "adjusted_target_amount" DECIMAL(38,10),
  "adjusted_target_unit" text,
  "actual" text,
  "actual_comparator" text CHECK ("actual_comparator" IN ('≥', '≤', '>', '<', '=')),
  "actual_amount" DECIMAL(38,10),
  "actual_unit" text,
  "weight" DECIMAL(38,10),
  "weight_text" text,
  "score" DECIMAL(38,10),
  "score_text" text,
  "deviation" text,
  "part_of" integer,
  PRIMARY KEY ("form_id", "position"),
  FOREIGN KEY ("form_id") REFERENCES "form" ("form_id") ON DELETE CASCADE
);

CREATE INDEX "indicator_level1" ON "indicator" USING hash ("level1");

CREATE INDEX "indicator_level3" ON "indicator" USING hash ("level3");

COMMENT ON TABLE "indicator" IS '绩效指标 indicators, one row each';

COMMENT ON COLUMN "indicator"."form_id" IS '所属表 the form it belongs to';

COMMENT ON COLUMN "indicator"."position" IS '次序，从 0 起 place in the form, from 0; evidence.field counts by it';

COMMENT ON COLUMN "indicator"."level1" IS '一级指标 first level';

COMMENT ON COLUMN "indicator"."level2" IS '二级指标 second level';

COMMENT ON COLUMN "indicator"."level3" IS '三级指标 the indicator itself';

COMMENT ON COLUMN "indicator"."target" IS '年度指标值 target, as printed';

COMMENT ON COLUMN "indicator"."target_comparator" IS 'target 比较符 its comparator';

COMMENT ON COLUMN "indicator"."target_amount" IS 'target 数值 its number, where it is a quantity';

COMMENT ON COLUMN "indicator"."target_unit" IS 'target 单位 its unit';

COMMENT ON COLUMN "indicator"."adjusted_target" IS '调整后指标值 adjusted target, as printed';

COMMENT ON COLUMN "indicator"."adjusted_target_comparator" IS 'adjusted_target 比较符 its comparator';

COMMENT ON COLUMN "indicator"."adjusted_target_amount" IS 'adjusted_target 数值 its number, where it is a quantity';

COMMENT ON COLUMN "indicator"."adjusted_target_unit" IS 'adjusted_target 单位 its unit';

COMMENT ON COLUMN "indicator"."actual" IS '实际完成值 actual value, as printed';

COMMENT ON COLUMN "indicator"."actual_comparator" IS 'actual 比较符 its comparator';

COMMENT ON COLUMN "indicator"."actual_amount" IS 'actual 数值 its number, where it is a quantity';

COMMENT ON COLUMN "indicator"."actual_unit" IS 'actual 单位 its unit';

COMMENT ON COLUMN "indicator"."weight" IS '分值 weight in points';

COMMENT ON COLUMN "indicator"."weight_text" IS 'weight 原文 its printed text';

COMMENT ON COLUMN "indicator"."score" IS '得分 score in points';

COMMENT ON COLUMN "indicator"."score_text" IS 'score 原文 its printed text';

COMMENT ON COLUMN "indicator"."deviation" IS '偏差原因分析及改进措施 reason of a deviation';

COMMENT ON COLUMN "indicator"."part_of" IS '所属指标的次序 position of the indicator of which this is a part; such a row counts in no sum';

CREATE TABLE "narrative" (
  "form_id" text NOT NULL,
  "position" integer NOT NULL,
  "heading" text,
  "text" text,
  PRIMARY KEY ("form_id", "position"),
  FOREIGN KEY ("form_id") REFERENCES "form" ("form_id") ON DELETE CASCADE
);

COMMENT ON TABLE "narrative" IS '文字说明 prose blocks, one row each';

COMMENT ON COLUMN "narrative"."form_id" IS '所属表 the form it belongs to';

COMMENT ON COLUMN "narrative"."position" IS '次序，从 0 起 place in the form, from 0; evidence.field counts by it';

COMMENT ON COLUMN "narrative"."heading" IS '小标题 heading';

COMMENT ON COLUMN "narrative"."text" IS '正文 text';

CREATE TABLE "finding" (
  "source_id" text NOT NULL,
  "position" integer NOT NULL,
  "form_id" text,
  "level" text NOT NULL CHECK ("level" IN ('fatal', 'error', 'warning', 'doubt', 'note')),
  "code" text NOT NULL,
  "field" text,
  "fields" jsonb NOT NULL,
  "stated" text,
  "computed" text,
  "explanation" text CHECK ("explanation" IN ('truncated', 'ceiling', 'coarser', 'tie', 'accumulated-rounding', 'missing-row', 'reading')),
  "message_zh" text,
  "message_en" text,
  "because" jsonb NOT NULL,
  PRIMARY KEY ("source_id", "position"),
  FOREIGN KEY ("source_id") REFERENCES "source" ("source_id") ON DELETE CASCADE,
  FOREIGN KEY ("form_id") REFERENCES "form" ("form_id") ON DELETE CASCADE,
  FOREIGN KEY ("code") REFERENCES "rule" ("code")
);

CREATE INDEX "finding_form_id" ON "finding" USING btree ("form_id");

CREATE INDEX "finding_code" ON "finding" USING btree ("code");

CREATE INDEX "finding_level" ON "finding" USING btree ("level");

COMMENT ON TABLE "finding" IS '核对结果 what does not hold, one row each';

COMMENT ON COLUMN "finding"."source_id" IS '文件 the document';

COMMENT ON COLUMN "finding"."position" IS '次序，从 0 起 place among the findings of the document, from 0';

COMMENT ON COLUMN "finding"."form_id" IS '表 the form; null where the whole document is meant';

COMMENT ON COLUMN "finding"."level" IS '级别 fatal > error > warning > doubt > note';

COMMENT ON COLUMN "finding"."code" IS '规则 which rule; see the table rule';

COMMENT ON COLUMN "finding"."field" IS '错在何处 pointer to where it is wrong; joins evidence.field';

COMMENT ON COLUMN "finding"."fields" IS '全部相关字段 pointers to all that it rests on';

COMMENT ON COLUMN "finding"."stated" IS '表上所写 what is printed';

COMMENT ON COLUMN "finding"."computed" IS '计算所得 what comes out';

COMMENT ON COLUMN "finding"."explanation" IS '可能的解释 what would explain it';

COMMENT ON COLUMN "finding"."message_zh" IS '说明 the sentence in Chinese';

COMMENT ON COLUMN "finding"."message_en" IS '英文说明 the sentence in English';

COMMENT ON COLUMN "finding"."because" IS '依据 the statements that it rests on: field and printed text';

CREATE TABLE "evidence" (
  "form_id" text NOT NULL,
  "field" text NOT NULL,
  "text" text NOT NULL,
  "place" text NOT NULL CHECK ("place" IN ('text', 'page', 'sheet', 'markup')),
  "page" integer,
  "x0" double precision,
  "y0" double precision,
  "x1" double precision,
  "y1" double precision,
  "line_number" integer,
  "column_number" integer,
  "sheet" text,
  "cell" text,
  "path" text,
  "confidence" double precision NOT NULL,
  PRIMARY KEY ("form_id", "field"),
  FOREIGN KEY ("form_id") REFERENCES "form" ("form_id") ON DELETE CASCADE
);

COMMENT ON TABLE "evidence" IS '出处 where each value stands on the paper, one row a value';

COMMENT ON COLUMN "evidence"."form_id" IS '表 the form';

COMMENT ON COLUMN "evidence"."field" IS '字段 JSON Pointer within the form: /funding/0/executed';

COMMENT ON COLUMN "evidence"."text" IS '原文 printed text';

COMMENT ON COLUMN "evidence"."place" IS '位置种类 which of the columns below say where';

COMMENT ON COLUMN "evidence"."page" IS '页 page, from 1';

COMMENT ON COLUMN "evidence"."x0" IS '页面坐标 x0 of its box in points, from the top left of the page';

COMMENT ON COLUMN "evidence"."y0" IS '页面坐标 y0 of its box in points, from the top left of the page';

COMMENT ON COLUMN "evidence"."x1" IS '页面坐标 x1 of its box in points, from the top left of the page';

COMMENT ON COLUMN "evidence"."y1" IS '页面坐标 y1 of its box in points, from the top left of the page';

COMMENT ON COLUMN "evidence"."line_number" IS '行 line of a text, from 1';

COMMENT ON COLUMN "evidence"."column_number" IS '列 column of a text, from 1';

COMMENT ON COLUMN "evidence"."sheet" IS '工作表 sheet of a workbook';

COMMENT ON COLUMN "evidence"."cell" IS '单元格 cell of a sheet';

COMMENT ON COLUMN "evidence"."path" IS '路径 path in a marked-up document';

COMMENT ON COLUMN "evidence"."confidence" IS '可信度 1 for a text layer; a probability for a scan';

-- migration 2

ALTER TABLE "evidence" ADD COLUMN "corrected" integer;

COMMENT ON COLUMN "evidence"."corrected" IS '更正 1 where a person corrected what was read; else blank';
