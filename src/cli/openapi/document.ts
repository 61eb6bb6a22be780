import * as z from 'zod/mini';
import { askQuery, figuresQuery, noQuery, passagesQuery, verifyQuery } from '../../worker/api/queries.ts';
import { SCHEMAS, type SchemaName } from './schemas.ts';

interface Route {
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly query: z.ZodMiniObject;
  readonly body: SchemaName;
}

const ROUTES: readonly Route[] = [
  { path: '/api/ask', name: 'ask', summary: '提问：数字、原文和出处', query: askQuery, body: 'Answer' },
  { path: '/api/figures', name: 'listFigures', summary: '查数字', query: figuresQuery, body: 'FiguresPage' },
  { path: '/api/reports', name: 'listReports', summary: '收录的报告', query: noQuery, body: 'ReportList' },
  {
    path: '/api/reports/{report}',
    name: 'getReport',
    summary: '一份报告的目录和原文',
    query: noQuery,
    body: 'ReportDetail',
  },
  { path: '/api/passages', name: 'findPassages', summary: '找段落', query: passagesQuery, body: 'PassagesPage' },
  {
    path: '/api/verify',
    name: 'verify',
    summary: '核对一句话是不是报告原文',
    query: verifyQuery,
    body: 'Verification',
  },
  { path: '/api/examples', name: 'listExamples', summary: '能答的例子', query: noQuery, body: 'Examples' },
];

/** JSON Schema as zod writes it. */
type JsonSchema = Record<string, unknown>;

/** The OpenAPI 3.1 document of the API: parameters from the schemas that check them, answers from those that tests check. */
export function createOpenApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '问据',
      version: '1',
      description:
        '向政府工作报告提问：每个数字和引文都能在原文里逐字找到。只读，人人可用，无需登录；每个地址有频率限制。',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(ROUTES.map((route) => [route.path, { get: operationOf(route) }])),
    components: { schemas: Object.fromEntries(Object.entries(SCHEMAS).map(([name, one]) => [name, schemaOf(one)])) },
  };
}

function operationOf({ path, name, summary, query, body }: Route): object {
  const inPath = path.includes('{');
  return {
    operationId: name,
    summary,
    parameters: [...(inPath ? [REPORT] : []), ...parametersOf(query)],
    responses: {
      200: { ...jsonResponse('好', body), headers: { ETag: { schema: { type: 'string' } } } },
      304: { description: '与 If-None-Match 的一样，没有变' },
      400: jsonResponse('参数不对', 'Error'),
      ...(inPath || path === '/api/passages' ? { 404: jsonResponse('没有这份报告', 'Error') } : {}),
      429: { ...jsonResponse('请求太多', 'Error'), headers: { 'Retry-After': { schema: { type: 'integer' } } } },
    },
  };
}

const REPORT = { name: 'report', in: 'path', required: true, schema: { type: 'string' }, description: '报告编号' };

function jsonResponse(description: string, schema: SchemaName): object {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

const OBJECT = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ description: z.optional(z.string()) })),
  required: z.optional(z.array(z.string())),
});

function parametersOf(query: z.ZodMiniObject): readonly object[] {
  const { properties, required = [] } = OBJECT.parse(schemaOf(query));
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name) && !('default' in schema),
    description,
    schema,
  }));
}

function schemaOf(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' });
  return rest;
}
