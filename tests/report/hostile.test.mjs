// Whatever stands in an article or a record stays text.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {drawn, fine, follow, launch, open} from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Nothing of it runs, loads or links, and no hidden character turns the words around it. */
async function harmless(page) {
  const found = await page.evaluate(
      () => ({
        hacked: window.hacked,
        polluted: {}.deliver ?? Object.prototype.polluted,
        made: [
          ...document.querySelectorAll(
              "main :is(script, img, iframe, object, embed, style, link, base, meta, animate, foreignObject)")
        ].map((node) => node.outerHTML),
        handlers: [...document.querySelectorAll("*")].flatMap(
            (node) => node.getAttributeNames().filter((name) => name.startsWith("on"))),
        links: [...document.querySelectorAll("[href], [src], [action]")]
                   .map((node) => node.href?.baseVal ?? node.href ?? node.src)
                   .filter((link) => !/^(file|https?):/.test(link)),
        turned: /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u0007\u2028]/.test(
            document.documentElement.outerHTML + document.title),
      }));
  assert.deepEqual(
      found,
      {hacked: undefined, polluted: undefined, made: [], handlers: [], links: [], turned: false});
}

test("an article full of markup is shown as it is written", async () => {
  const view = await open(browser, "hostile", "index.html#view=articles");
  const {page} = view;
  await harmless(page);
  const articles = await page.evaluate(async () => (await recount.load("articles")).articles);
  const {key} = articles.find((one) => one.doc === "hostile");
  await page.evaluate((to) => {
    location.href = to;
  }, `article.html#article=${key}&dropped=1`);
  await page.waitForURL(/article\.html/);
  await drawn(page);
  await harmless(page);
  const text = await page.locator(".text").textContent();
  for (const written
           of ["<script>window.hacked = 1</script><img src=x onerror=",
               "&lt;b&gt; &#x3c;i&#62; &amp &notanentity; </p></main><!-- ]]> --> {{1+1}} ${1+1}",
               "[U+202E]33 ot nish[U+202C] [U+2066]left[U+2069] [U+200E][U+200F]",
               "<a href=\"javascript:window.hacked=4//\">"]) {
    assert.ok(text.includes(written), `${written} is not in ${text}`);
  }
  assert.ok((await page.locator("mark").allInnerTexts()).join(" ").includes("finish on 33"));
  for (const place of await page.locator("a.place").all()) await place.hover();
  await harmless(page);
  await fine(view);
});

test(
    "each page of a run with hostile records opens and nothing gets out of its place", async () => {
      const view = await open(browser, "hostile", "index.html#view=councils&q=%3Cscript%3E");
      const {page} = view;
      const [places, articles] = await page.evaluate(
          async () =>
              [(await recount.load("overview")).contests.map((one) => one.place),
               (await recount.load("articles")).articles.map((one) => one.key)]);
      assert.ok(places.length >= 2 && articles.length >= 3, `${places} ${articles}`);
      for (const path
               of ["index.html#view=conflicts", "index.html#view=councils", "review.html",
                   ...new Set(places.map((key) => `council.html#place=${key}`)),
                   ...articles.map((key) => `article.html#article=${key}`)]) {
        const other = await open(browser, "hostile", path);
        assert.equal(
            await other.page.locator("h1", {hasText: "This page cannot be shown"}).count(), 0,
            path);
        await harmless(other.page);
        await fine(other);
      }
      await fine(view);
    });

test("a link made up by somebody else reads no other file and runs nothing", async () => {
  for (
      const path of
          ["article.html#article=../run", "council.html#place=..%2f..%2fsecret",
           "review.html#queue=rule:../run", "review.html#queue=__proto__",
           "index.html#view=__proto__&q=<script>window.hacked=1</script>&status=constructor&party=__proto__",
           "council.html#place=council-medway&conflict=\"]*&fact=<img src=x onerror=window.hacked=1>"]) {
    const view = await open(browser, "hostile", path);
    await harmless(view.page);
    await view.context.close();
  }
});

test("the policy of every page forbids scripts within it and any network", async () => {
  for (const name of ["index", "council", "article", "review"]) {
    const view = await open(browser, "news", `${name}.html`);
    const blocked = await view.page.evaluate(async () => {
      const stopped = [];
      addEventListener(
          "securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.hacked = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML(
          "beforeend",
          "<img src=https://example.org/x.png onerror='window.hacked = 2'><b style='color: red'>");
      await fetch("https://example.org/").catch(() => {});
      await new Promise((done) => setTimeout(done, 100));
      return {stopped: [...new Set(stopped)].sort(), hacked: window.hacked};
    });
    assert.deepEqual(blocked, {
      stopped: ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"],
      hacked: undefined
    });
    await view.context.close();
  }
});

test("a checker's notes are text like any other", async () => {
  const view = await open(browser, "hostile", "review.html");
  const {page} = view;
  await page.getByLabel(/Note/).fill("<img src=x onerror=window.hacked=1>");
  await page.getByRole("button", {name: "Reject"}).click();
  await page.keyboard.press("k");
  await harmless(page);
  assert.match(await page.locator(".verdict").innerText(), /<img src=x/);
  await follow(page, page.getByRole("link", {name: "See it in the article"}));
  await harmless(page);
  await fine(view);
});
