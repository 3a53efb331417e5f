import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {fine, follow, launch, open, words} from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test(
    "a conflict is reached from the overview, its quotes are in their articles, and back",
    async () => {
      const view = await open(browser, "news", "index.html");
      const {page} = view;
      await follow(page, page.locator(".conflicts h3 a"));
      const card = page.locator("article.conflict");
      assert.equal(await card.count(), 1);
      assert.ok(
          await card.evaluate((node) => node === document.activeElement),
          "the conflict of the link has the focus");
      const quotes = await card.locator("mark").allInnerTexts();
      assert.deepEqual(
          quotes.sort(), ["Labour now has 38 of the 59 seats", "gained 13 seats", "up from 20"]);
      for (const quote of quotes) {
        const witness = card.locator(".witness", {has: page.locator("mark", {hasText: quote})});
        await follow(page, witness.getByRole("link", {name: /See it in the article/}));
        assert.equal((await page.locator("mark.chosen").allInnerTexts()).join(""), quote);
        assert.ok(await page.locator("mark.chosen")
                      .first()
                      .evaluate((mark) => mark.classList.contains("conflicting")));
        await follow(page, page.locator("a.place", {has: page.locator("mark.chosen")}));
        assert.equal(await page.locator("article.conflict").count(), 1);
      }
      await fine(view);
    });

test("quotes stand side by side on a desk and one below the other on a phone", async () => {
  for (const [width, columns] of [[1280, 3], [320, 1]]) {
    const view = await open(
        browser, "news", "council.html#place=council-medway", {viewport: {width, height: 800}});
    const lefts =
        await view.page.locator(".witness")
            .evaluateAll(
                (nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().left)));
    assert.equal(new Set(lefts).size, columns);
    await fine(view);
  }
});

test("a conflict tells the law and what would mend it", async () => {
  const view = await open(browser, "news", "council.html#place=council-medway");
  const card = await words(view.page.locator("article.conflict"));
  assert.match(card, /Contradiction/);
  assert.match(card, /seats before and the change make the seats after/i);
  assert.match(
      card,
      /All else would agree if Medway Gazette, 5 May 2023 had said: Labour seats 33 instead of 38/);
  await fine(view);
});

test("the table has each figure with its status and who tells it", async () => {
  const view = await open(browser, "news", "council.html#place=council-medway&election=2023-05-04");
  const {page} = view;
  const rows = await page.getByRole("row").allInnerTexts();
  const plain = rows.map(
      (row) =>
          row.replace(/\s+/g, " ").trim().replace("✓ ", "✓").replace("≠ ", "≠").replace("= ", "="));
  assert.ok(
      plain.includes("Size of the council 59 seats ✓Agreed Kent News; Medway Gazette"),
      plain.join("\n"));
  assert.ok(
      plain.some(
          (row) => /^Seats before 33 =Worked out follows from .*change in seats −11/.test(row)),
      plain.join("\n"));
  assert.ok(plain.includes("Change in seats +13 ≠Contradicted Kent News"), plain.join("\n"));
  await follow(
      page,
      page.getByRole("row", {name: /Size of the council/}).getByRole("link", {name: "Kent News"}));
  assert.equal((await page.locator("mark.chosen").allInnerTexts()).join(""), "have 22 of the 59");
  await fine(view);
});

test("the chamber is a picture with a name, a legend and nothing that runs", async () => {
  const view = await open(browser, "news", "council.html#place=council-medway");
  const {page} = view;
  const pictures = page.locator("figure.chart svg");
  assert.ok(await pictures.count() >= 1);
  for (const picture of await pictures.all()) {
    assert.equal(await picture.getAttribute("role"), "img");
    assert.ok(await picture.locator("circle").count() >= 20);
    assert.ok(
        await picture.evaluate((svg) => Boolean(svg.querySelector("title")?.textContent.trim())));
  }
  const legend = await words(page.locator("figure.chart").last().locator(".legend"));
  assert.match(legend, /Conservative 22/);
  assert.equal(
      await page.locator("main script, main style, main [style*=url], main [onload]").count(), 0);
  await fine(view);
});

test("figures stay whole on a small phone, and none lacks its unit", async () => {
  for (const path
           of ["council.html#place=council-medway", "council.html#place=area-england",
               "council.html#place=council-dundee"]) {
    const site = path.includes("medway") ? "news" : "samples";
    const view = await open(browser, site, path, {viewport: {width: 320, height: 640}});
    const broken =
        await view.page.locator("td.value")
            .evaluateAll(
                (cells) => cells
                               .filter((cell) => {
                                 // Each word by itself lies on one line.
                                 const node = cell.firstChild, text = node?.data ?? "";
                                 return [...text.matchAll(/\S+/g)].some(({0: word, index}) => {
                                   const range = document.createRange();
                                   range.setStart(node, index);
                                   range.setEnd(node, index + word.length);
                                   return range.getClientRects().length > 1;
                                 });
                               })
                               .map((cell) => cell.textContent));
    assert.deepEqual(broken, []);
    const size = view.page.getByRole("row", {name: /Size of the council/});
    if (await size.count()) assert.match(await words(size.locator(".value")), /^\d+ seats$/);
    await fine(view);
  }
});

test("a running count is shown with what came later, and a link to it", async () => {
  const view = await open(browser, "night", "council.html#place=area-england");
  const {page} = view;
  const row = page.getByRole("row", {name: /at least \+150/});
  assert.match(
      await words(row),
      /Replaced later.*Later: \+244, so far in all councils together, told by Shire Weekly/);
  await follow(page, row.getByRole("link", {name: "Shire Weekly"}));
  await page.getByRole("heading", {name: "Cameron hails his best night"}).waitFor();
  await fine(view);
});

test("an election that nobody dated has a page, too", async () => {
  const view = await open(browser, "hostile", "index.html#view=councils&q=swale");
  const {page} = view;
  await follow(page, page.getByRole("link", {name: "Swale day unknown"}));
  await page.getByRole("heading", {name: /day unknown/}).waitFor();
  assert.match(await words(page.getByRole("row", {name: "Seats"})), /33/);
  await page.getByRole("link", {name: "4 May 2023"}).click();
  await page.getByRole("heading", {name: "Election of 4 May 2023"}).waitFor();
  assert.match(await words(page.getByRole("row", {name: "Seats"})), /34/);
  await fine(view);
});

test("the elections of a council are a link each", async () => {
  const view = await open(browser, "samples", "index.html#view=councils&q=sheffield");
  const {page} = view;
  await follow(page, page.getByRole("link", {name: /^Sheffield/}).first());
  const elections = page.getByRole("navigation", {name: "Elections"}).getByRole("link");
  assert.ok(await elections.count() > 1);
  const last = elections.last(), day = (await last.innerText()).replace(/ ≠.*/s, "").trim();
  await last.click();
  await page.getByRole("heading", {name: `Election of ${day}`}).waitFor();
  await fine(view);
});
