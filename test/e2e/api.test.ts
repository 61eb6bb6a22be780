import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalWorker, startLocalWorker } from '../../src/cli/local-worker.ts';
import { createOpenApiDocument } from '../../src/cli/openapi/document.ts';
import OPENAPI from '../../src/worker/api/openapi.json' with { type: 'json' };

let worker: LocalWorker;
let state: string;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'api-'));
  worker = await startLocalWorker({ port: 0, vars: {}, state });
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await rm(state, { recursive: true, force: true });
});

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components']);
ajv.addSchema(OPENAPI, 'openapi');

type Path = keyof typeof OPENAPI.paths;

/** What is wrong with the answer to an address, by the schema that the document gives for its path and status. */
async function problems(address: string, path: Path): Promise<{ status: number; wrong: unknown; body: unknown }> {
  const response = await fetch(worker.url + address);
  const { responses } = OPENAPI.paths[path].get;
  const described = Object.entries(responses).find(([status]) => Number(status) === response.status)?.[1];
  if (described === undefined || !('content' in described)) throw new Error(`${response.status} is not described`);
  const body: unknown = await response.json();
  const validate = ajv.compile({ $ref: `openapi${described.content['application/json'].schema.$ref}` });
  validate(body);
  return { status: response.status, wrong: validate.errors, body };
}

const get = async (address: string): Promise<never> => (await fetch(worker.url + address)).json() as Promise<never>;

describe('OpenAPI document', () => {
  it('is what the schemas give: run `npm run openapi` after a change of them', () => {
    expect(OPENAPI).toEqual(JSON.parse(JSON.stringify(createOpenApiDocument())));
  });

  it('is what the Worker serves', async () => {
    expect(await get('/api/openapi.json')).toEqual(OPENAPI);
  });

  it('holds for real answers, and for refusals', async () => {
    const { examples } = (await get('/api/examples')) as { examples: string[] };
    const { reports } = (await get('/api/reports')) as { reports: { id: string; title: string }[] };
    const [{ id = '' } = {}] = reports;
    const { passages } = (await get(`/api/passages?report=${id}&limit=50`)) as { passages: { display: string }[] };
    const sentence = passages.find(({ display }) => display.length > 20)?.display ?? '';
    const addresses: readonly (readonly [Path, string, number])[] = [
      ...examples.map((q) => ['/api/ask', `/api/ask?q=${encodeURIComponent(q)}`, 200] as const),
      ['/api/ask', `/api/ask?q=${encodeURIComponent('今天天气怎么样')}`, 200],
      ['/api/ask', '/api/ask', 400],
      ['/api/figures', '/api/figures?limit=200', 200],
      ['/api/figures', '/api/figures?kind=masked', 200],
      ['/api/figures', '/api/figures?kind=none', 400],
      ['/api/figures', '/figures.json', 200],
      ['/api/reports', '/api/reports', 200],
      ...reports.map((report) => ['/api/reports/{report}', `/api/reports/${report.id}`, 200] as const),
      ['/api/reports/{report}', '/api/reports/none', 404],
      ['/api/passages', `/api/passages?q=${encodeURIComponent(reports[0]?.title ?? '')}`, 200],
      ['/api/passages', '/api/passages?report=none', 404],
      ['/api/verify', `/api/verify?statement=${encodeURIComponent(sentence)}`, 200],
      ['/api/verify', `/api/verify?statement=${encodeURIComponent(sentence.replace(/[\d一-十]/u, '某'))}`, 200],
      ['/api/verify', `/api/verify?statement=${encodeURIComponent('这句话哪里都没有写过')}`, 200],
      ['/api/examples', '/api/examples', 200],
    ];
    for (const [path, address, status] of addresses) {
      expect({ address, ...(await problems(address, path)) }).toMatchObject({ address, status, wrong: null });
    }
  });

  it('is not satisfied by anything', () => {
    expect(ajv.compile({ $ref: 'openapi#/components/schemas/Answer' })({ type: 'answer' })).toBe(false);
  });
});

interface Figure {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly url: string;
}

describe('GET /api/figures', () => {
  it('gives every figure once, each with a span and a link that resolve to it', async () => {
    const all: Figure[] = [];
    let total = 1;
    for (let offset = 0; offset < total; offset += 200) {
      const page = (await get(`/api/figures?limit=200&offset=${offset}`)) as { total: number; figures: Figure[] };
      total = page.total;
      all.push(...page.figures);
    }
    expect(new Set(all.map(({ report, start, end }) => `${report} ${start} ${end}`)).size).toBe(total);
    for (const id of new Set(all.map(({ report }) => report))) {
      const { source } = (await get(`/api/reports/${id}`)) as { source: string };
      const own = all.filter(({ report }) => report === id);
      expect(own.filter(({ start, end, raw }) => source.slice(start, end) !== raw)).toEqual([]);
      expect(own.filter(({ start, end, url }) => url !== `/r/${id}?start=${start}&end=${end}#${start}-${end}`)).toEqual(
        [],
      );
    }
  });
});
