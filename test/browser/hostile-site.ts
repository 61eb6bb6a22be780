import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex } from '../../src/build/main.ts';
import { silentProgress } from '../../src/build/progress.ts';
import { startLocalWorker } from '../../src/cli/local-worker.ts';

const ROOT = join(import.meta.dirname, '../..');
const REPORTS = 10;

export interface HostileSite {
  /** Without a final slash. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The Worker over ten reports that carry payloads wherever a report can carry text. */
export async function startHostileSite(payloads: readonly string[]): Promise<HostileSite> {
  const root = await mkdtemp(join(tmpdir(), 'hostile-'));
  for (const name of ['src', 'migrations', 'prompts', 'wrangler.toml', 'package.json']) {
    await cp(join(ROOT, name), join(root, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  await writeReports(join(root, 'reports'), payloads);
  await buildIndex({
    reports: join(root, 'reports'),
    out: join(root, 'index'),
    skipBad: false,
    progress: silentProgress,
  });
  // Measured, not built: the Worker shows it beside the index.
  await cp(join(ROOT, 'index/scorecard.json'), join(root, 'index/scorecard.json'));
  const worker = await startLocalWorker({ port: 0, vars: {}, root });
  return {
    url: worker.url,
    async stop() {
      await worker.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Addresses that a browser would run, or that would end an attribute. */
const ADDRESSES = [
  'javascript:hit()',
  'JaVaScRiPt:hit()',
  'javascript://%0ahit()',
  'data:text/html,<script>hit()</script>',
  'vbscript:hit()',
  'https://a.example/"onmouseover="hit()',
  "https://a.example/'><script>hit()</script>",
  'https://a.example/?q=<img src=x onerror=hit()>',
  'https://javascript:hit()@a.example/',
  'blob:https://a.example/hit()',
];

async function writeReports(folder: string, payloads: readonly string[]): Promise<void> {
  await mkdir(folder);
  const entries: Record<string, object> = {};
  const share = Math.ceil(payloads.length / REPORTS);
  for (let i = 0; i < REPORTS; i++) {
    const own = payloads.slice(i * share, (i + 1) * share);
    const flat = own.map((payload) => payload.replace(/\s+/gu, ' '));
    const id = `${i} ' onclick=hit() "<img src=x onerror=hit()>&`;
    await writeFile(join(folder, `${id}.txt`), textOf(own, i));
    entries[id] = {
      title: `202${i}年甲市工作总结 ${flat.join(' ')}`,
      issuer: flat.at(0),
      documentNumber: flat.at(1),
      region: i === 0 ? flat.at(2) : '温州市',
      period: `202${i}`,
      published: '2021-01-01',
      url: ADDRESSES[i],
      doubts: flat.map((note) => ({ about: 'title', note, evidence: [] })),
    };
  }
  await writeFile(join(folder, 'reports.json'), JSON.stringify(entries));
}

/** A report whose headings and sentences hold the payloads, beside figures and inside their names. */
function textOf(payloads: readonly string[], year: number): string {
  const sections = payloads.map((payload, i) => {
    const [line] = payload.split('\n');
    const sentence = `全市低保对象${1000 + i}人，${payload}，发放低保金${i + 1}.5万元${payload}，${line}养老机构${i + 3}家。`;
    return `${'一二三四五六七八九十'[i]}、低保工作${line}\n${sentence}\n`;
  });
  return `202${year}年甲市工作总结\n\n${sections.join('\n')}`;
}
