// Chromium on the chat page of examples/server.php

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Server } from './server.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = existsSync(CHROMIUM) ? false : `there is no ${CHROMIUM}`;

let server, profile, browser;
before(async () => {
    if (skip) {
        return;
    }
    server = await Server.start('examples/server.php');
    profile = mkdtempSync(path.join(tmpdir(), 'easyswoole-chromium-'));
    browser = await chromium.launchPersistentContext(profile, {
        executablePath: CHROMIUM,
        headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync'],
    });
    browser.setDefaultTimeout(10_000);
});
after(async () => {
    await browser?.close();
    if (profile) {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    await server?.stop();
});

/** Opens the page and joins. */
async function visitor(name) {
    const page = await browser.newPage();
    page.problems = [];
    page.on('pageerror', (error) => page.problems.push(String(error)));
    page.on('dialog', (dialog) => {
        page.problems.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
    });
    await page.goto(server.http);
    await page.fill('input#name', name);
    await page.click('button#join');
    await page.locator('ul#messages li', { hasText: `${name} is here` }).waitFor();
    return page;
}

async function say(page, text) {
    await page.fill('input#text', text);
    await page.click('button#send');
}

const heard = (page, line) => page.waitForFunction(
    (wanted) => [...document.querySelectorAll('ul#messages li')].some((item) => item.textContent === wanted), line);

test('two people talk to each other', { skip }, async () => {
    const alice = await visitor('alice');
    const bob = await visitor('bob');
    await heard(alice, 'bob is here');
    await say(alice, 'hello, bob');
    await heard(bob, 'alice: hello, bob');
    await say(bob, 'hällo, 世界 🙂');
    await heard(alice, 'bob: hällo, 世界 🙂');
    await heard(bob, 'bob: hällo, 世界 🙂');

    const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    await say(bob, markup);
    await heard(alice, `bob: ${markup}`);
    assert.equal(await alice.locator('ul#messages img, ul#messages script').count(), 0, 'markup of others is only text');

    await bob.close();
    await heard(alice, 'bob has left');
    assert.deepEqual([...alice.problems, ...bob.problems], []);
    await alice.close();
});

test('whoever speaks sees what is theirs, and comes back after the connection was lost', { skip }, async () => {
    const [carol, dave] = [await visitor('carol'), await visitor('dave')];
    await say(carol, 'hello');
    await heard(dave, 'carol: hello');
    assert.equal(await carol.locator('ul#messages li.own').count(), 1);
    assert.equal(await dave.locator('ul#messages li.own').count(), 0);
    assert.match(await dave.locator('ul#messages li.message').getAttribute('data-time'), /\d\d:\d\d/);

    await carol.evaluate('socket.close()');
    await heard(dave, 'carol has left');
    await carol.locator('#state', { hasText: 'here as carol' }).waitFor();
    await say(carol, 'back again');
    await heard(dave, 'carol: back again');
    assert.deepEqual([...carol.problems, ...dave.problems], []);
    await carol.close();
    await dave.close();
});

test('a page with a wrong token does not get in', { skip }, async () => {
    const page = await browser.newPage();
    await page.goto(`${server.http}?token=guess`);
    await page.locator('#state', { hasText: 'not connected' }).waitFor();
    assert.equal(await page.locator('button#join').isDisabled(), true);
    await page.close();
});
