// All tables, in the order in which they are run.

import { closing } from './close.mjs';
import { controlFrames } from './control-frames.mjs';
import { deflate } from './deflate.mjs';
import { deflateHandshake } from './deflate-handshake.mjs';
import { fragmentation } from './fragmentation.mjs';
import { framing } from './framing.mjs';
import { handshake } from './handshake.mjs';
import { httpBody } from './http-body.mjs';
import { httpSyntax } from './http-syntax.mjs';
import { limits } from './limits.mjs';
import { masking } from './masking.mjs';
import { pipelining } from './pipelining.mjs';
import { utf8 } from './utf8.mjs';

/** @param options exhaustive: rows for every close code */
export const tables = (options) => [
    httpSyntax(),
    httpBody(),
    handshake(),
    framing(),
    masking(),
    controlFrames(),
    fragmentation(),
    closing(options),
    utf8(),
    limits(),
    deflateHandshake(),
    deflate(),
    pipelining(),
];
