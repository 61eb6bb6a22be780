import { generateSchema } from './generate.ts';

process.stdout.write(JSON.stringify(generateSchema()));
