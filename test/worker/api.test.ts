import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/core/figure.ts';
import { API_RATE } from '../../src/worker/api/api.ts';
import { createHarness, refuseAll } from './harness.ts';
import { ARTEFACT, REPLY, SOURCE } from './invented.ts';

async function get(path: string, { harness = createHarness(), headers = {} } = {}) {
  const response = await harness.app.request(path, { headers }, {});
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text), harness };
}

const START = SOURCE.indexOf('8.5万个');
function figure(fields: Partial<Figure>): Figure {
  const plain = {
    value: 85000,
    min: null,
    max: null,
    unit: '个',
    approx: null,
    kind: 'actual',
    masked: false,
  } as const;
  const place = { report: 'invented', start: START, end: START + '8.5万个'.length, raw: '8.5万个' };
  return {
    ...place,
    ...plain,
    cumulative: false,
    property: '市场',
    region: '甲市',
    period: '2020',
    partOf: null,
    ...fields,
  };
}

function withFigures(figures: readonly Figure[]) {
  return createHarness({ parts: { artefact: { ...ARTEFACT, figures } } });
}

describe('GET /api/ask', () => {
  it('gives the Answer, with the earlier questions of its conversation', async () => {
    const { status, body, harness } = await get('/api/ask?q=%20甲市%20&history=一&history=二');
    expect([status, body]).toEqual([200, REPLY.answer]);
    expect([harness.questions, harness.histories]).toEqual([['甲市'], [['一', '二']]]);
  });

  it.each([
    ['', 'missing_parameter', 'q'],
    ['?q=', 'missing_parameter', 'q'],
    ['?q=%20', 'missing_parameter', 'q'],
    [`?q=${'a'.repeat(1001)}`, 'bad_parameter', 'q'],
    ['?q=a&q=b', 'bad_parameter', 'q'],
    [`?q=a${'&history=b'.repeat(7)}`, 'bad_parameter', 'history'],
    ['?q=a&histroy=b', 'unknown_parameter', 'histroy'],
  ])('refuses %#', async (query, code, parameter) => {
    const { status, headers, body, harness } = await get(`/api/ask${query}`);
    expect([status, body]).toMatchObject([400, { error: { code, parameter } }]);
    expect(body.error.message).toContain(parameter);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(harness.questions).toEqual([]);
  });

  it('takes a thousand characters outside the basic plane', async () => {
    expect((await get(`/api/ask?q=${encodeURIComponent('𠮷'.repeat(1000))}`)).status).toBe(200);
  });

  it('says nothing when a gate refuses', async () => {
    const { status, headers } = await get('/api/ask?q=a', { harness: createHarness({ check: refuseAll }) });
    expect([status, headers.get('etag')]).toEqual([500, null]);
  });
});

describe('GET /api/figures', () => {
  const FIGURES = [
    figure({ property: '低保对象', value: 3, period: '2019', region: '乙县' }),
    figure({ property: '低保对象', value: null, masked: true }),
    figure({ property: '床位', unit: '张', value: 20, kind: 'target' }),
  ];

  it.each([
    ['', [0, 1, 2]],
    ['?q=低保 乙', [0]],
    ['?region=乙县', [0]],
    ['?period=2019', [0]],
    ['?period=-', []],
    ['?unit=张', [2]],
    ['?kind=target', [2]],
    ['?kind=masked', [1]],
    ['?report=other', []],
    ['?sort=value', [0, 1, 2]],
    ['?sort=-period', [1, 2, 0]],
    ['?report=invented&section=0', []],
    ['?limit=1&offset=1', [1]],
  ])('answers %s', async (query, expected) => {
    const { body } = await get(`/api/figures${query}`, { harness: withFigures(FIGURES) });
    expect(body.figures).toMatchObject(expected.map((i) => FIGURES[i]));
    expect(body.figures).toHaveLength(expected.length);
  });

  it.each([
    'section=1',
    'limit=0',
    'limit=201',
    'limit=1.5',
    'limit=x',
    'offset=-1',
    'kind=x',
    'sort=x',
    `q=${'a'.repeat(101)}`,
  ])('refuses %s', async (query) => {
    const { status, body } = await get(`/api/figures?${query}`);
    expect([status, body.error.parameter]).toEqual([400, query.split('=')[0]]);
  });

  it('counts what it does not show, and links each to its span', async () => {
    const { body } = await get('/api/figures?limit=1', { harness: withFigures(FIGURES) });
    const end = START + '8.5万个'.length;
    expect(body).toMatchObject({ total: 3, limit: 1, offset: 0 });
    expect(body.figures[0]).toMatchObject({ url: `/r/invented?start=${START}&end=${end}#${START}-${end}` });
  });
});

describe('GET /api/reports', () => {
  it('lists what is held, and gives one with its text', async () => {
    expect((await get('/api/reports')).body).toMatchObject({
      version: 'abc',
      reports: [{ id: 'invented', figures: 0 }],
    });
    expect((await get('/api/reports/invented')).body).toMatchObject({ id: 'invented', source: SOURCE, sections: [] });
  });

  it('says 404 for one that is not held', async () => {
    const { status, body } = await get('/api/reports/..%2f');
    expect([status, body.error.code]).toEqual([404, 'unknown_report']);
  });
});

describe('GET /api/verify', () => {
  it('gives the verdict', async () => {
    expect((await get('/api/verify?statement=没有')).body).toEqual({ verdict: 'not_held' });
    expect((await get('/api/verify')).body.error).toMatchObject({ code: 'missing_parameter', parameter: 'statement' });
  });
});

describe('createApi()', () => {
  it('gives an ETag and, asked with it again, 304 without a body', async () => {
    const harness = createHarness();
    const { headers } = await get('/api/reports', { harness });
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/u);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    const again = await get('/api/reports', { harness, headers: { 'if-none-match': etag } });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, null, etag]);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('lets pages of other sites read, and nothing else', async () => {
    const headers = { origin: 'https://other.example', 'access-control-request-method': 'GET' };
    const preflight = await createHarness().app.request('/api/ask', { method: 'OPTIONS', headers }, {});
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('answers 429 with Retry-After to an address past its rate, lets others pass, and forgives with time', async () => {
    let time = Date.parse('2021-01-11T00:00:00Z');
    const harness = createHarness({ now: () => time });
    const ask = (address: string) => get('/api/examples', { harness, headers: { 'cf-connecting-ip': address } });
    for (let i = 0; i < API_RATE.burst; i++) expect((await ask('192.0.2.1')).status).toBe(200);
    const { status, headers, body } = await ask('192.0.2.1');
    expect([status, headers.get('retry-after'), body.error.code]).toEqual([429, '1', 'too_many_requests']);
    expect((await ask('192.0.2.2')).status).toBe(200);
    time += 1000;
    expect((await ask('192.0.2.1')).status).toBe(200);
  });
});
