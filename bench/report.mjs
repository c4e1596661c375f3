// What came out: medians, ratios, targets; on the terminal and as Markdown.

const TOLERANCE = 1.15; // rounds on the same machine differ by a tenth

export function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b), middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function spread(numbers) {
    return { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) };
}

/** Three digits, thousands with a comma. */
export function figure(x) {
    return Math.abs(x) >= 100 ? Math.round(x).toLocaleString('en-US') : x.toFixed(Math.abs(x) >= 10 ? 1 : Math.abs(x) >= 1 ? 2 : 3);
}

function range({ median, min, max }) {
    return `${figure(median)} (${figure(min)}–${figure(max)})`;
}

/** Ours is what others are compared with: the first series, or the first one that could be measured. */
export function summarise(test, rounds) {
    const base = test.series.find(({ figures }) => figures.some(Boolean)) ?? test.series[0];
    const valueIn = (label, round) => test.series.find((one) => one.label === label)?.figures[round]?.value;
    const series = test.series.map((one) => {
        const figures = one.figures.filter(Boolean), all = Array.from({ length: rounds }, (_, i) => i);
        const ratios = all.map((i) => base.figures[i]?.value / one.figures[i]?.value).filter(Number.isFinite);
        return {
            label: one.label,
            server: one.server,
            error: one.error,
            values: figures.map(({ value }) => value),
            ...(figures.length > 0 && {
                value: spread(figures.map(({ value }) => value)),
                rate: median(figures.map(({ rate }) => rate ?? 0)),
                client: median(figures.map(({ client }) => client ?? 0)),
            }),
            ...(one !== base && one.label === one.server && ratios.length > 0 && { oursTo: spread(ratios) }),
        };
    });
    const measured = (label) => series.some((one) => one.label === label && one.value);
    const gates = test.gates.filter(({ insteadOf }) => !measured(insteadOf)).flatMap(({ series: whose, peer, target, limit, value }) => {
        const found = Array.from({ length: rounds }, (_, round) => value((label) => valueIn(label, round))).filter(Number.isFinite);
        if (found.length === 0) {
            return [];
        }
        const got = spread(found);
        const verdict = got.median <= limit ? 'reached' : got.median <= limit * TOLERANCE ? 'within 15 %' : 'missed';
        return [{ series: whose, peer, target, limit, got, verdict }];
    });
    return { id: test.id, title: test.title, unit: test.unit ?? 'µs', base: series[test.series.indexOf(base)], series, gates };
}

function gateText({ series, peer, target, limit, got, verdict }) {
    const what = peer === 'uws' ? target : peer ? `${target}, that is ≤ ${figure(limit)} × ${peer}` : `${target}${target.includes('bytes') ? '' : ` (${figure(limit)})`}`;
    return { who: series, what, got: range(got), verdict };
}

export function printCase({ title, unit, series, gates }) {
    console.log(`\n${title}`);
    for (const { label, error, value, rate, client, oursTo } of series) {
        const columns = [`  ${label.padEnd(24)}`];
        if (value) {
            columns.push(`${range(value)} ${unit}`.padEnd(34));
            columns.push((rate ? `${figure(rate)}/s` : '').padEnd(13), (client ? `client ${figure(client)} µs` : '').padEnd(17));
        }
        columns.push(oursTo ? `ours = ${range(oursTo)} ×` : '', error ? `FAILED: ${error}` : '');
        console.log(columns.join(' ').trimEnd());
    }
    for (const gate of gates) {
        const { who, what, got, verdict } = gateText(gate);
        console.log(`  ${verdict === 'missed' ? '✗' : '✓'} ${who}: ${what}: ${got} ${verdict}`);
    }
}

const COLUMNS = ['floor', 'uws', 'bun', 'ws', 'swoole', 'swoole-co'];

/** The gate of the summary: that of uWebSockets or of what stands for it, Bun, or else the bare server. */
function verdictOf({ gates }) {
    return gates.find(({ peer }) => peer === 'uws') ?? gates.find(({ peer }) => peer === 'bun') ?? gates.find(({ peer }) => peer !== 'floor') ?? gates[0];
}

/** @return {missed, failed}: how many gates, and how many series */
export function printSummary(report) {
    const gates = report.cases.flatMap(({ gates }) => gates);
    const count = (verdict) => gates.filter((gate) => gate.verdict === verdict).length;
    const failed = report.cases.flatMap(({ series }) => series).filter(({ error }) => error).length;

    console.log('\n==== summary: ours as a ratio to each peer ====');
    console.log(['case'.padEnd(20), ...['ours', ...COLUMNS].map((c) => c.padStart(9)), '  target'].join(' '));
    for (const one of report.cases) {
        const { base } = one, gate = verdictOf(one);
        const ratios = COLUMNS.map((peer) => one.series.find(({ label }) => label === peer)?.oursTo);
        console.log([one.id.padEnd(20), (base.value ? figure(base.value.median) : 'FAILED').padStart(9),
            ...ratios.map((ratio) => (ratio ? ratio.median.toFixed(2) : '–').padStart(9)),
            gate ? `  ${gate.verdict} (${gate.got.median.toFixed(2)}, limit ${gate.limit.toFixed(2)}${gate.peer ? ` × ${gate.peer}` : ''})` : '',
        ].join(' '));
    }
    console.log(`${gates.length} targets: ${count('reached')} reached, ${count('within 15 %')} within 15 %, ${count('missed')} missed`
        + `${failed ? `; ${failed} measurements FAILED` : ''}`);
    return { missed: count('missed'), failed };
}

function table(head, rows) {
    return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export function markdown(report) {
    const names = Object.keys(report.servers).filter((name) => name !== 'easyswoole');
    const lines = [
        '# Measurements', '',
        `${report.date.slice(0, 10)}; ${report.machine}; ${report.rounds} interleaved rounds of ${report.seconds} s; server and client on one core`
            + ' each.',
        '', ...Object.values(report.servers).map(({ title, version }) => `- ${title}: ${version}`), '',
        'CPU µs of all of a server\'s processes per message (broadcast: per delivery): median (minimum–maximum). In brackets: ours as a'
            + ' ratio to this server, the median of the rounds\' ratios.', '',
        '![Ratios](chart.svg)', '',
        table(['case', 'easyswoole', ...names.map((name) => report.servers[name].title), 'target'], report.cases
            .filter(({ series }) => series.some(({ label }) => names.includes(label)))
            .map((one) => {
                const gate = verdictOf(one);
                return [
                    one.title + (one.unit === 'µs' ? '' : ` (${one.unit})`),
                    one.base.value ? range(one.base.value) : 'failed',
                    ...names.map((name) => {
                        const peer = one.series.find(({ label }) => label === name);
                        const ratio = peer?.oursTo ? ` [${peer.oursTo.median.toFixed(2)}]` : '';
                        return peer?.value ? range(peer.value) + ratio : peer?.error ? 'failed' : '–';
                    }),
                    gate ? `${gate.verdict}` : '–',
                ];
            })),
        '', '## Targets', '',
        `"uWS" is uWebSockets in C++. ${names.includes('uws') ? '' : 'It was not measured here; what it would take is told from Bun, whose core'
            + ' it is, and from the bare server, by their ratios where all three were measured side by side. '}A target counts as missed`
            + ' beyond 15 %, by which rounds differ.', '',
        table(['case', 'who', 'target', 'here', ''], report.cases.flatMap((one) => one.gates.map((gate) => {
            const { who, what, got, verdict } = gateText(gate);
            return [one.id, who, what, got, verdict];
        }))),
        '', '## All series', '',
        table(['case', 'series', 'figure', 'per second', 'client µs', 'ours as a ratio'], report.cases.flatMap((one) => one.series.map(
            ({ label, error, value, rate, client, oursTo }) => [one.id, label, value ? `${range(value)} ${one.unit}` : `failed: ${error}`,
                rate ? figure(rate) : '', client ? figure(client) : '', oursTo ? range(oursTo) : '']))),
        '',
    ];
    return lines.join('\n');
}
