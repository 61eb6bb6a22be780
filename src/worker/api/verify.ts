import type { Dependencies } from '../dependencies.ts';
import { verifyQuery } from './queries.ts';
import { type ApiHandler, respond } from './respond.ts';

/** `GET /api/verify?statement=`: whether a report says this. The verifier quotes through the quote gate. */
export function verify({ verifier }: Dependencies): ApiHandler {
  return respond(verifyQuery, ({ statement }) => verifier.verify(statement));
}
