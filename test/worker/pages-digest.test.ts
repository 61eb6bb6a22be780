import { describe, expect, it } from 'vitest';
import { createCorpus } from '../../src/answer/corpus/corpus.ts';
import { createDigest } from '../../src/answer/digest/create-digest.ts';
import { createDivisions } from '../../src/core/divisions.ts';
import { createInventedArtefact } from '../answer/invented-artefact.ts';
import { createHarness, refuseAll } from './harness.ts';

const DIGEST = createDigest(createCorpus(createInventedArtefact(), createDivisions()));

function open(path: string, options: Parameters<typeof createHarness>[0] = {}) {
  const harness = createHarness({ parts: { digest: DIGEST }, ...options });
  return harness.app.request(path, { headers: { accept: 'text/html', 'accept-language': 'zh' } }, {});
}

describe('GET /digest', () => {
  it('shows the digest of today in China, and of the day that is asked for', async () => {
    // Seven in the evening of the day before in London.
    const now = () => Date.parse('2026-11-21T19:00:00Z');
    const today = await (await open('/digest', { now })).text();
    expect(today).toContain('<time datetime="2026-11-22">');
    expect(today).toContain('今日话题');
    expect(today).toContain('<blockquote');
    const other = await (await open('/digest?date=2026-11-23', { now })).text();
    expect(other).toContain('<time datetime="2026-11-23">');
    expect(await (await open('/digest?date=2026-11-22', { now })).text()).toContain('<time datetime="2026-11-22">');
  });

  it.each(['2026-02-30', '<script>', ''])('shows today for a date that is none: %s', async (date) => {
    const response = await open(`/digest?date=${encodeURIComponent(date)}`, { now: () => Date.parse('2026-11-22') });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('<time datetime="2026-11-22">');
    expect(text).not.toContain('<script>');
  });

  it('shows nothing that a gate refuses', async () => {
    const response = await open('/digest', { check: refuseAll });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('今日话题');
  });

  it('says so when there is nothing', async () => {
    const empty = { compose: () => ({ parts: [], restarts: false }), fingerprints: () => [], items: () => [] };
    expect(await (await open('/digest', { parts: { digest: empty } })).text()).toContain('这一天没有可发的内容');
  });
});
