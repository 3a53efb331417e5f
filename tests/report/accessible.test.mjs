// axe finds no fault on any kind of page, and no page is wider than a small phone.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {after, before, test} from "node:test";

import {fine, launch, load, open} from "./support.mjs";

let browser, axe, article, conflict;
before(async () => {
  browser = await launch();
  axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
  const view = await open(browser, "samples", "index.html");
  [article, conflict] = await view.page.evaluate(async () => {
    const {articles} = await recount.load("articles");
    const overview = await recount.load("overview");
    return [[...articles].sort((a, b) => b.errors - a.errors)[0].key, overview.conflicts[0]];
  });
  await view.context.close();
});
after(() => browser.close());

const pages = {
  "overview, conflicts": () => ["index.html#view=conflicts"],
  "overview, councils": () => ["index.html#view=councils"],
  "overview, articles": () => ["index.html#view=articles"],
  "overview, nothing fits": () => ["index.html#view=councils&q=xyzzy"],
  council: () => [`council.html#place=${conflict.place}&election=${conflict.election}&conflict=${
      conflict.id}`],
  article: () =>
      [`article.html#article=${article}&dropped=1`,
       (page) => page.locator("a.place").first().focus()],
  review: () => ["review.html", (page) => page.keyboard.press("a")],
  "review, correcting": () => ["review.html", (page) => page.keyboard.press("e")],
  "no such page": () => ["council.html#place=council-nowhere"],
};

for (const [name, make] of Object.entries(pages)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${name}, ${colorScheme}`, async () => {
      const [path, act] = make();
      const view = await open(browser, "samples", path, {colorScheme, reducedMotion: "reduce"});
      await act?.(view.page);
      for (const width of colorScheme === "light" ? [1280, 320] : [1280]) {
        await view.page.setViewportSize({width, height: 800});
        await view.page.evaluate(axe);
        const faults = await view.page.evaluate(
            async () => (await axe.run({preload: false}))
                            .violations.flatMap(
                                (rule) => rule.nodes.map(
                                    (node) => `${rule.id}: ${node.html.slice(0, 200)} ${
                                        node.any[0]?.message ?? ""}`)));
        assert.deepEqual(faults, [], `${width} px wide`);
        assert.ok(
            await view.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
            `wider than ${width} px`);
      }
      if (name === "no such page")
        await view.context.close();
      else
        await fine(view);
    });
  }
}
