// A table of rows: one row is one connection with one expectation.

import { goodbye, upgrade } from './steps.mjs';

/**
 * @param area name of the table
 * @param defaults options of all its rows:
 *        to: the port of server.php ('plain'); a foreign URL stands for all of them
 *        ours: what is demanded follows from the settings of server.php, or is a decision of ours; skipped with a foreign URL
 *        raw: the row sends its own opening handshake, or none
 *        offer: headers added to the opening handshake
 *        deflate: skipped when the server does not speak permessage-deflate
 */
export function table(area, defaults = {}) {
    const rows = [];
    return {
        area,
        rows,
        /** @param section "RFC 6455 5.1" @param steps see steps.mjs */
        row(section, name, steps, options = {}) {
            const all = { to: 'plain', ours: false, raw: false, offer: {}, deflate: false, ...defaults, ...options };
            rows.push({ area, section, name, ...all, steps: all.raw ? steps : [upgrade(all.offer), ...steps] });
        },
        /** A row after which the connection still works. */
        good(section, name, steps, options) {
            this.row(section, name, [...steps, goodbye()], options);
        },
    };
}
