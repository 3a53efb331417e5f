// With ten thousand articles each page is there within a second.
import assert from "node:assert/strict";
import {cpus, loadavg} from "node:os";
import {after, before, test} from "node:test";

import {address, drawn, launch, open, words} from "./support.mjs";

const ALLOWED = 1000;  // ms
// The best of so many counts, as other work on the machine is no fault of the pages.
const TRIES = 5;
const MOST_TRIES = 25;  // while it takes too long
let browser, article, place;
before(async () => {
  browser = await launch();
  const {page, context} = await open(browser, "many", "index.html");
  const {articles, contests} =
      await page.evaluate(async () => ({
                            articles: (await recount.load("articles")).articles.length,
                            contests: (await recount.load("overview")).contests.length
                          }));
  assert.equal(articles, 10000);
  assert.ok(contests > 500, `${contests} contests`);
  [article, place] = await page.evaluate(
      async () =>
          [(await recount.load("articles")).articles[5000].key,
           (await recount.load("overview")).contests[300].place]);
  await context.close();
});
after(() => browser.close());

/**
 * The best time in ms from asking for a page to having it drawn, in windows that know nothing yet:
 * by the clock, and what the page itself computed of it. On a machine that is busy with other
 * things the clock tells of these.
 */
async function bestTimes(path) {
  const clock = [], computed = [];
  for (let i = 0; i < TRIES || (i < MOST_TRIES && Math.min(...clock) > ALLOWED); ++i) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", {timeDomain: "threadTicks"});
    const begin = performance.now();
    await page.goto(address("many", path));
    await drawn(page);
    clock.push(performance.now() - begin);
    const {metrics} = await session.send("Performance.getMetrics");
    computed.push(1000 * metrics.find(({name}) => name === "TaskDuration").value);
    await context.close();
  }
  return {clock: Math.min(...clock), computed: Math.min(...computed)};
}

const busy = () => loadavg()[0] > cpus().length;

for (const [name, path] of Object.entries({
       "the conflicts": () => "index.html#view=conflicts",
                        "the councils": () => "index.html#view=councils",
                        "the articles": () => "index.html#view=articles",
                        "a council": () => `council.html#place=${place}`,
                        "all councils together": () => "council.html#place=all",
                        "a nation": () => "council.html#place=area-england&election=2023-05-04",
                        "the review of a nation":
                            () => "review.html#queue=place:area-england:2023-05-04",
                        "an article": () => `article.html#article=${article}`,
                        "the review": () => "review.html",
     })) {
  test(`${name} within a second`, async () => {
    const {clock, computed} = await bestTimes(path());
    const found =
        `${name}: ${Math.round(clock)} ms by the clock, ${Math.round(computed)} ms computed`;
    console.log(found);
    assert.ok(computed > 0 && computed <= ALLOWED, found);
    assert.ok(clock <= ALLOWED || busy(), found);
  });
}

test("a search answers while one types", async () => {
  const {page, context} = await open(browser, "many", "index.html#view=articles");
  const time = await page.evaluate(async () => {
    const field = document.querySelector("input[type=search]");
    const times = [];
    for (const typed of ["p", "pa", "pap", "pape", "paper", "paper 4", "paper 42"]) {
      const begin = performance.now();
      field.value = typed;
      field.dispatchEvent(new Event("input"));
      document.body.getBoundingClientRect();  // laid out
      times.push(performance.now() - begin);
    }
    return times.sort((a, b) => a - b)[3];
  });
  console.log(`a letter: ${Math.round(time)} ms`);
  assert.ok(time < 200 || busy(), `${Math.round(time)} ms`);
  assert.match(await words(page.getByRole("status")), /^\d+ of 10,000 articles$/);
  await context.close();
});

test("a figure that thousands tell names some of them and leads to all", async () => {
  const {page, context} =
      await open(browser, "many", "council.html#place=area-england&election=2023-05-04");
  assert.match(await words(page.locator("main")), /\d,\d{3} facts in [\d,]+ articles/);
  const more = page.locator(".tellers").getByRole("link", {name: /^\d,?\d+ more$/}).first();
  assert.ok(await page.locator(".tellers").first().getByRole("link").count() <= 21);
  await more.click();
  await page.waitForURL(/view=articles/);
  await drawn(page);
  assert.match(await words(page.getByRole("status")), /^\d,\d{3} of 10,000 articles$/);
  await context.close();
});
