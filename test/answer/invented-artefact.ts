import type { Artefact } from '../../src/core/artefact.ts';
import { CleanText } from '../../src/core/clean-text.ts';
import { FIGURE_KINDS, type Figure } from '../../src/core/figure.ts';
import type { Passage } from '../../src/core/passage.ts';
import type { Doubt, Report } from '../../src/core/report.ts';
import type { SearchBackend } from '../../src/core/search-backend.ts';
import type { Section } from '../../src/core/section.ts';
import reports from './invented-reports.json' with { type: 'json' };

/** What answering and its gates need of an artefact. */
export type InventedArtefact = Pick<
  Artefact,
  'manifest' | 'reports' | 'sections' | 'passages' | 'figures' | 'vocabulary' | 'source' | 'cleanText' | 'damage'
>;

type Written = (typeof reports)[number];

/** A figure in the text of an invented report: [[property|raw|kind|value|unit|flag]]. */
const MARKUP = /\[\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\|([^|\]]*)\|([^|\]]*)(?:\|([^\]]*))?\]\]/gu;
const WORDS =
  '低保 对象 低保对象 农村 发放 标准 临时 救助 资金 支出 养老 床位 新增 老年 食堂 居家 服务 中心 机构 护理员 持证率 结婚 登记 离婚 福利 彩票 福利彩票 销售 公益金 筹集 慈善 组织 善款 募集 幸福 和谐 平安 村居 地名 出版 规划 编制 殡仪馆 信息 系统 投入 使用 文化 示范村 省级 清明 首个 获评';

function readReport({ report }: Written): Report {
  const doubts = report.doubts.map(
    ({ about, note }): Doubt => ({ about: about === 'region' ? 'region' : 'period', note, evidence: [] }),
  );
  const { id, title, region, period } = report;
  return {
    id,
    title,
    region,
    period,
    doubts,
    issuer: null,
    documentNumber: null,
    regionPath: [region],
    published: null,
    url: null,
  };
}

interface Texts {
  readonly source: string;
  readonly sections: Section[];
  readonly passages: Passage[];
  readonly figures: Figure[];
}

function figureOf(
  match: RegExpExecArray,
  { report, start, target }: { report: Report; start: number; target: string | null },
): Figure {
  const [, property = '', raw = '', kindName, value, unit = '', flag = ''] = match;
  const kind = FIGURE_KINDS.find((known) => known === kindName) ?? 'actual';
  const approx = /近/u.exec(raw)?.[0] ?? /以上/u.exec(raw)?.[0] ?? null;
  return {
    ...{ report: report.id, start, end: start + raw.length, raw, unit, kind, property, approx, min: null, max: null },
    value: value === 'null' ? null : Number(value),
    masked: flag === 'masked',
    cumulative: flag === 'cumulative',
    region: report.region,
    period: target ?? report.period,
    partOf: flag === 'part' ? 0 : null,
  };
}

/** Lines: # opens a section, ! a section of plans for the year it names. */
function readText(written: Written, base: { sections: number }): Texts {
  const report = readReport(written);
  const texts = { source: '', sections: [] as Section[], passages: [] as Passage[], figures: [] as Figure[] };
  for (const line of written.text) {
    const start = texts.source.length;
    if (/^[#!]/u.test(line)) {
      const plan = line.startsWith('!');
      const period = /\d{4}/u.exec(line)?.[0] ?? null;
      texts.source += `${line.slice(1)}\n`;
      texts.sections.push({
        report: report.id,
        start,
        end: start,
        heading: line.slice(1),
        label: '',
        level: 1,
        parent: null,
        plan,
        period,
      });
      continue;
    }
    const section = texts.sections.at(-1)!;
    let from = 0;
    for (const match of line.matchAll(MARKUP)) {
      texts.source += line.slice(from, match.index);
      texts.figures.push(
        figureOf(match, { report, start: texts.source.length, target: section.plan ? section.period : null }),
      );
      texts.source += match[2];
      from = match.index + match[0].length;
    }
    texts.source += `${line.slice(from)}\n`;
    texts.passages.push({
      report: report.id,
      start,
      end: texts.source.length - 1,
      section: base.sections + texts.sections.length - 1,
    });
    texts.sections[texts.sections.length - 1] = { ...section, end: texts.source.length };
  }
  return texts;
}

/** An artefact of invented reports about invented places, written by hand in invented-reports.json. */
export function createInventedArtefact(): InventedArtefact {
  const sections: Section[] = [];
  const read = reports.map((written) => {
    const texts = readText(written, { sections: sections.length });
    sections.push(...texts.sections);
    return { report: readReport(written), ...texts };
  });
  const texts = new Map(read.map(({ report, source }) => [report.id, CleanText.of(source, [])]));
  const counts = { reports: read.length, sections: 0, passages: 0, figures: 0, terms: 0 };
  return {
    manifest: {
      format: 2,
      version: 'invented',
      counts,
      embedder: { name: 'none', dimension: 0 },
      newest: null,
      files: [],
    },
    reports: read.map(({ report }) => report),
    sections,
    passages: read.flatMap(({ passages }) => passages),
    figures: read.flatMap(({ figures }) => figures),
    vocabulary: `1000\t1\n10\t${WORDS}`,
    source: (id) => texts.get(id)!.source,
    cleanText: (id) => texts.get(id)!,
    damage: () => ({ garbled: [], repaired: [] }),
  };
}

/** Ranks passages by how many of the terms they hold. */
export function createInventedBackend(artefact: InventedArtefact): SearchBackend {
  const texts = artefact.passages.map(({ report, start, end }) => artefact.source(report).slice(start, end));
  return {
    manifest: artefact.manifest,
    frequency: (term) => texts.filter((text) => text.includes(term)).length,
    search: ({ terms, reports: admitted, limit }) =>
      artefact.passages
        .map((passage, index) => ({
          passage: index,
          report: passage.report,
          score: terms.filter((term) => texts[index]!.includes(term)).length,
        }))
        .filter(({ report }) => admitted === undefined || admitted.includes(report))
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ passage, score }, index) => ({ passage, score, ranks: { text: index + 1, vector: null } })),
  };
}
