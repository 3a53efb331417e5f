import assert from "node:assert/strict";
import {readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";

import {drawn, fine, follow, launch, open, words} from "./support.mjs";

const source = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const entries = (page) => page.locator(".lists li h3");

test("the overview begins with the conflicts, worst first", async () => {
  const view = await open(browser, "samples", "index.html");
  const severities =
      await view.page.locator(".conflicts > li")
          .evaluateAll((items) => items.map((item) => item.classList.contains("error")));
  assert.ok(severities.length > 10);
  assert.deepEqual(severities, [...severities].sort((a, b) => b - a));
  assert.match(
      await words(view.page.getByRole("link", {name: /contradictions/})), /^\d+ contradictions$/);
  await fine(view);
});

test("every article of the run is listed and has a page, also those without facts", async () => {
  const texts = readdirSync(join(source, "corpus", "samples", "texts"))
                    .filter((name) => name.endsWith(".txt"));
  const view = await open(browser, "samples", "index.html#view=articles");
  const {page} = view;
  assert.equal(await words(page.getByRole("status")), `${texts.length} articles`);
  assert.equal(
      await words(page.getByRole("heading", {level: 1})), `What ${texts.length} articles say`);
  const facts = await page.locator("ul.articles .soft:last-child").allInnerTexts();
  const counts = facts.map((told) => parseInt(told, 10));
  assert.deepEqual(counts, [...counts].sort((a, b) => b - a), "by facts");
  const {key} = await page.evaluate(
      async () => (await recount.load("articles")).articles.find((one) => one.facts === 0));
  const other = await open(browser, "samples", `article.html#article=${key}`);
  assert.match(await words(other.page.locator("main")), /No fact was found in this article/);
  assert.ok((await words(other.page.locator(".text"))).length > 100);
  await fine(other);
  await fine(view);
});

test("the councils are listed by status, the worst first", async () => {
  const view = await open(browser, "samples", "index.html#view=councils");
  const {page} = view;
  while (await page.getByRole("button", {name: /^Show \d+ more/}).isVisible())
    await page.getByRole("button", {name: /^Show \d+ more/}).click();
  const badges = await page.locator("ul.councils .badge").allInnerTexts();
  const ranks = badges.map(
      (badge) => ["Contradiction", "Unlikely", "Agreed", "Told once"].findIndex(
          (status) => badge.includes(status)));
  assert.ok(ranks.length > 100 && new Set(ranks).size === 4 && !ranks.includes(-1));
  assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b));
  await fine(view);
});

test("a council is found by typing, accents and capitals do not matter", async () => {
  const view = await open(browser, "news", "index.html#view=councils");
  assert.equal(await entries(view.page).count(), 2);
  await view.page.getByRole("searchbox", {name: "Search"}).pressSequentially("mEdwáy 2023");
  assert.deepEqual(
      (await entries(view.page).allInnerTexts()).map((one) => one.replace(/\s+/g, " ")),
      ["Medway 4 May 2023"]);
  assert.equal(await words(view.page.getByRole("status")), "1 of 2 elections");
  await follow(view.page, view.page.getByRole("link", {name: /Medway/}));
  assert.equal(await words(view.page.getByRole("heading", {level: 1})), "Medway");
  await fine(view);
});

test("what is typed and chosen stands in the address, and the address brings it back", async () => {
  const view = await open(browser, "samples", "index.html#view=councils");
  const {page} = view;
  await page.getByRole("searchbox").fill("east");
  await page.getByRole("combobox", {name: /^Nation/}).selectOption("england");
  await page.getByRole("combobox", {name: "Party"}).selectOption({label: "Labour"});
  await page.getByRole("combobox", {name: "Status"}).selectOption({label: "Told once"});
  await page.getByRole("combobox", {name: "Election"}).selectOption("2015-05-07");
  const found = await entries(page).allInnerTexts();
  assert.ok(found.length > 0);
  const shared = new URL(page.url()).hash;
  assert.equal(
      shared,
      "#view=councils&q=east&election=2015-05-07&nation=england&party=labour&status=single");
  const other = await open(browser, "samples", `index.html${shared}`);
  assert.deepEqual(await entries(other.page).allInnerTexts(), found);
  assert.equal(await other.page.getByRole("searchbox").inputValue(), "east");
  assert.equal(await other.page.getByRole("combobox", {name: "Status"}).inputValue(), "single");
  await fine(other);
  await fine(view);
});

test("filters narrow each view down to what they name", async () => {
  const view = await open(browser, "samples", "index.html#view=conflicts&status=warning");
  const {page} = view;
  const badges = await page.locator(".conflicts .badge").allInnerTexts();
  assert.ok(
      badges.length > 0 && badges.every((badge) => badge.includes("Unlikely")), badges.join());
  await page.getByRole("link", {name: "Articles", exact: true}).click();
  await page.locator("ul.articles").waitFor();
  const all = await words(page.getByRole("status"));
  await page.getByRole("combobox", {name: /^Nation/}).selectOption("scotland");
  assert.notEqual(await words(page.getByRole("status")), all);
  await page.getByRole("searchbox").fill("nothing is called this");
  assert.match(await words(page.locator(".lists")), /Nothing here fits/);
  await page.getByRole("link", {name: "Show all"}).click();
  await page.locator("ul.articles").waitFor();
  assert.equal(await words(page.getByRole("status")), all.replace(/.* of /, ""));
  await fine(view);
});

test("a page that is not there says so, and leads back", async () => {
  for (const path
           of ["council.html#place=council-nowhere", "article.html",
               "article.html#article=../../run", "council.html#place=__proto__"]) {
    const view = await open(browser, "news", path);
    assert.match(
        await words(view.page.getByRole("alert")),
        /missing from the folder|not one of this report/);
    await follow(view.page, view.page.getByRole("link", {name: "To the overview"}));
    await view.context.close();
  }
});

test("the skip link leads past the head and leaves the address alone", async () => {
  const view = await open(browser, "news", "index.html#view=councils");
  await view.page.keyboard.press("Tab");
  assert.equal(
      await view.page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await view.page.keyboard.press("Enter");
  assert.equal(await view.page.evaluate(() => document.activeElement.id), "main");
  assert.equal(new URL(view.page.url()).hash, "#view=councils");
  await drawn(view.page);
  await fine(view);
});
