import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {drawn, fine, follow, launch, open, words, work} from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A window on the article with this headline. */
async function article(site, headline, options) {
  const view = await open(
      browser, site, `index.html#view=articles&q=${encodeURIComponent(headline)}`, options);
  await follow(view.page, view.page.locator(".articles h3 a").first());
  return view;
}

test("every fact of the samples is marked in its place with exactly its words", async () => {
  const facts = readFileSync(join(work, "samples", "facts.jsonl"), "utf8")
                    .trim()
                    .split("\n")
                    .map((line) => JSON.parse(line));
  const view = await open(browser, "samples", "index.html#view=articles");
  const {page} = view;
  const links = await page.evaluate(
      async () => (await recount.load("articles"))
                      .articles.filter((one) => one.facts)
                      .map((one) => one.key));
  let checked = 0;
  for (const key of links.filter((_, i) => i % 6 === 0)) {
    await page.evaluate((to) => {
      location.href = to;
    }, `article.html#article=${key}`);
    await page.waitForURL((url) => url.href.includes(key));
    await drawn(page);
    const marked = await page.evaluate(() => {
      const found = {};
      for (const mark of document.querySelectorAll("mark[data-ids]"))
        for (const id of mark.dataset.ids.split(" "))
          found[id] = (found[id] ?? "") + mark.textContent;
      return found;
    });
    for (const [id, text] of Object.entries(marked)) {
      assert.equal(text, facts.find((fact) => fact.id === id).quote.replaceAll("\n", ""));
      ++checked;
    }
    const beside = await page.locator(".beside li[data-id]").count();
    assert.equal(beside, Object.keys(marked).length);
  }
  assert.ok(checked > 200, `${checked} facts`);
  await fine(view);
});

test(
    "pointing at a marked place shows the record, rule and confidence; Escape puts it away",
    async () => {
      const view = await article("news", "Labour takes Medway");
      const {page} = view;
      const card = page.getByRole("tooltip");
      assert.equal(await card.isVisible(), false);
      await page.locator("a.place", {hasText: "gained 13 seats"}).hover();
      assert.match(
          await words(card),
          /Labour Change in seats \+13 Medway, 4 May 2023 Rule \S+ \(.+\), \d+% sure/);
      await page.keyboard.press("Escape");
      assert.equal(await card.isVisible(), false);
      await page.locator("a.place", {hasText: "up from 20"}).focus();
      assert.match(await words(card), /Seats before 20/);
      await fine(view);
    });

test("a marked place leads to its verdict, and back again", async () => {
  const view = await article("news", "Labour takes Medway");
  const {page} = view;
  await follow(page, page.locator("a.place", {hasText: "gained 13 seats"}));
  assert.equal(await words(page.getByRole("heading", {level: 1})), "Medway");
  assert.match(await words(page.locator("article.conflict:focus")), /gained 13 seats/);
  await page.goBack();
  await drawn(page);
  assert.equal(await words(page.getByRole("heading", {level: 1})), "Labour takes Medway");
  await fine(view);
});

test("all can be done with the Tab key alone", async () => {
  const view = await article("news", "Labour takes Medway");
  const {page} = view;
  const reached = new Set();
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const {outlineStyle} = getComputedStyle(document.activeElement);
      return {
        name: document.activeElement === document.body ? "" :
                                                         document.activeElement.textContent.trim(),
        outlined: outlineStyle !== "none"
      };
    });
    if (!seen.name) continue;
    reached.add(seen.name);
    assert.ok(seen.outlined, `the focus on "${seen.name}" is not seen`);
  }
  for (const name
           of ["gained 13 seats", "up from 20", "See the conflict", "Show in the text",
               "Check these facts"])
    assert.ok(reached.has(name), name);
  await fine(view);
});

test("what was seen but left out is shown when asked for, also by its address", async () => {
  const view = await article("news", "Labour takes Medway");
  const {page} = view;
  assert.equal(await page.locator("mark.dropped").count(), 0);
  await page.getByLabel(/left out/).check();
  await page.getByRole("heading", {name: "Seen but left out"}).waitFor();
  assert.match(
      (await page.locator("mark.dropped").allInnerTexts()).join(" "), /could|gain|12 seats/);
  const other = await open(browser, "news", page.url().replace(/^.*\//, ""));
  assert.ok(await other.page.locator("mark.dropped").count() > 0);
  await fine(other);
  await fine(view);
});
