// The report's picture: for every case, what the others take as a multiple of what easyswoole takes. A logarithmic scale, with
// easyswoole as the line at 1: bars to the right take more than it does, bars to the left less.

const COLOURS = { floor: '#9aa3ad', uws: '#b4472f', bun: '#d08a2e', ws: '#3b7dbd', swoole: '#2f9e6e', 'swoole-co': '#8fd0b2' };
const WIDTH = 960, LEFT = 330, RIGHT = 70, BAR = 13, GAP = 12, TOP = 78;
const TICKS = [0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64];

function escape(text) {
    return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}

/** @param report of run.mjs @return the SVG */
export function chart(report) {
    const groups = report.cases.map(({ title, series }) => ({
        title,
        bars: series.filter(({ oursTo }) => oursTo).map(({ label, oursTo }) => ({ name: label, ratio: 1 / oursTo.median })),
    })).filter(({ bars }) => bars.length > 0);
    const all = groups.flatMap(({ bars }) => bars.map(({ ratio }) => ratio));
    const ticks = TICKS.filter((t, i) => t === 1 || (t < 1 ? TICKS[i + 1] > Math.min(...all) : TICKS[i - 1] < Math.max(...all)));
    const low = Math.log2(Math.min(0.5, ticks[0])), high = Math.log2(Math.max(2, ticks.at(-1)));
    const x = (ratio) => LEFT + (Math.log2(Math.max(ratio, 2 ** low)) - low) / (high - low) * (WIDTH - LEFT - RIGHT);
    const out = [];
    let y = TOP;

    for (const { title, bars } of groups) {
        out.push(`<text x="${LEFT - 14}" y="${y + bars.length * BAR / 2 + 4}" text-anchor="end">${escape(title)}</text>`);
        for (const { name, ratio } of bars) {
            const from = Math.min(x(1), x(ratio)), width = Math.max(1, Math.abs(x(ratio) - x(1)));
            const [at, anchor] = ratio < 1 ? [from - 4, 'end'] : [from + width + 4, 'start'];
            out.push(`<rect x="${from.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR - 2}" fill="${COLOURS[name]}"/>`,
                `<text class="value" x="${at.toFixed(1)}" y="${y + BAR - 3}" text-anchor="${anchor}">${ratio.toFixed(2)}</text>`);
            y += BAR;
        }
        y += GAP;
    }
    const used = Object.keys(COLOURS).filter((name) => groups.some(({ bars }) => bars.some((bar) => bar.name === name)));
    const legend = used.map((name, i) => `<rect x="${20 + i * 150}" y="40" width="11" height="11" fill="${COLOURS[name]}"/>`
        + `<text x="${36 + i * 150}" y="50">${escape(report.servers[name].title)}</text>`);
    const grid = ticks.map((t) => `<line x1="${x(t).toFixed(1)}" y1="${TOP - 8}" x2="${x(t).toFixed(1)}" y2="${y}"`
        + ` stroke="${t === 1 ? '#222' : '#ddd'}" stroke-width="${t === 1 ? 1.5 : 1}"/>`
        + `<text class="value" x="${x(t).toFixed(1)}" y="${y + 14}" text-anchor="middle">${t < 1 ? `1/${1 / t}` : t}</text>`);

    return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 40}" viewBox="0 0 ${WIDTH} ${y + 40}" font-family="sans-serif"`
        + ' font-size="12" fill="#222">\n<style>.value { font-size: 10px; fill: #444 }</style>\n'
        + `<rect width="100%" height="100%" fill="#fff"/>\n`
        + '<text x="20" y="24" font-size="15" font-weight="bold">What a server takes per message, easyswoole = 1</text>\n'
        + `${legend.join('\n')}\n${grid.join('\n')}\n${out.join('\n')}\n`
        + `<text class="value" x="20" y="${y + 32}">less is better; CPU time of all processes (idle connections: memory); logarithmic scale; `
        + `${escape(report.machine)}</text>\n</svg>\n`;
}
