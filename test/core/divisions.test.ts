import { describe, expect, it } from 'vitest';
import { createDivisions, type PlaceMention } from '../../src/core/divisions.ts';
import { fold } from '../../src/core/fold.ts';
import cases from '../cases/places.json' with { type: 'json' };

const divisions = createDivisions();

/** `text=name`, with `?` when ambiguous; `@code` only where the case asks for it. */
function shown(text: string, mention: PlaceMention, wanted: string | undefined): string {
  const code = wanted?.includes('@') ? `@${mention.code}` : '';
  return `${text.slice(mention.start, mention.end)}=${mention.name}${code}${mention.ambiguous ? '?' : ''}`;
}

describe('findPlaces()', () => {
  it.each(cases.map(([text, wanted]) => ({ text: String(text), wanted: [wanted ?? []].flat() })))(
    'finds in $text: $wanted',
    ({ text, wanted }) => {
      const found = divisions.findPlaces(text).map((mention, index) => shown(text, mention, wanted[index]));
      expect(found).toEqual(wanted);
    },
  );

  it('matches traditional script through fold()', () => {
    expect(divisions.findPlaces(fold('溫州市與蘇州')).map((place) => place.name)).toEqual(['温州市', '苏州市']);
  });

  it('settles a shared name by the places near it', () => {
    const [place] = divisions.findPlaces('鼓楼区', ['350000']);
    expect(place).toMatchObject({ code: '350102', ambiguous: false });
  });
});

describe('ancestors()', () => {
  it.each([
    ['330302', ['浙江省', '温州市']],
    ['330300', ['浙江省']],
    ['330000', []],
    ['110101', ['北京市']],
    ['429004', ['湖北省']],
    ['000000', []],
  ])('%s -> %s', (code, names) => {
    expect(divisions.ancestors(code).map((place) => place.name)).toEqual(names);
  });
});

describe('lookup()', () => {
  it('gives every division of a name, largest first', () => {
    expect(divisions.lookup('吉林').map((place) => place.name)).toEqual(['吉林省', '吉林市']);
    expect(divisions.lookup('鼓楼区')).toHaveLength(4);
    expect(divisions.lookup('全国')).toMatchObject([{ level: 'country' }]);
    expect(divisions.lookup('市辖区')).toEqual([]);
  });
});
