// Results as a matrix by section, and the deviations.

import { compareSections, SECTIONS } from './sections.mjs';

/** @return lines {section, title, rows, passed, failed, skipped, slowest}, ordered by section */
export function matrix(results) {
    const lines = new Map();
    for (const { row, skipped, deviation, milliseconds } of results) {
        const line = lines.get(row.section) ?? {
            section: row.section,
            title: SECTIONS[row.section],
            rows: 0,
            passed: 0,
            failed: 0,
            skipped: 0,
            slowest: 0,
        };
        lines.set(row.section, line);
        line.rows++;
        line[skipped ? 'skipped' : deviation ? 'failed' : 'passed']++;
        line.slowest = Math.max(line.slowest, milliseconds);
    }
    return [...lines.values()].sort((a, b) => compareSections(a.section, b.section));
}

export const total = (lines, name) => lines.reduce((sum, line) => sum + line[name], 0);

export function textReport(results, { all = false } = {}) {
    const lines = matrix(results),
        out = [];
    out.push(
        `${'section'.padEnd(18)}${'rows'.padStart(6)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'slowest'.padStart(10)}`
    );
    for (const line of lines) {
        out.push(
            `${line.section.padEnd(18)}${String(line.rows).padStart(6)}${String(line.passed).padStart(8)}${String(line.failed).padStart(8)}` +
                `${String(line.skipped).padStart(9)}${`${line.slowest.toFixed(0)} ms`.padStart(10)}  ${line.title}`
        );
    }
    const failed = results.filter((result) => result.deviation),
        shown = all ? failed : failed.slice(0, 40);
    if (failed.length > 0) {
        out.push(
            '',
            `---- deviations${shown.length < failed.length ? ` (the first ${shown.length} of ${failed.length}; --all shows all)` : ''}`
        );
    }
    for (const { row, deviation } of shown) {
        out.push(`${row.section} [${row.area}] ${row.name}`, `    ${deviation}`);
    }
    const reasons = new Map();
    for (const { skipped } of results.filter((result) => result.skipped)) {
        reasons.set(skipped, (reasons.get(skipped) ?? 0) + 1);
    }
    for (const [reason, count] of reasons) {
        out.push(`SKIPPED ${count} rows: ${reason}`);
    }
    return out.join('\n');
}

export function markdownReport(results) {
    const lines = matrix(results);
    return [
        '| section | about | rows | passed | failed | skipped |',
        '|---|---|---:|---:|---:|---:|',
        ...lines.map(
            (line) => `| ${line.section} | ${line.title} | ${line.rows} | ${line.passed} | ${line.failed} | ${line.skipped} |`
        ),
        `| | **all** | ${['rows', 'passed', 'failed', 'skipped'].map((name) => `**${total(lines, name)}**`).join(' | ')} |`,
    ].join('\n');
}
