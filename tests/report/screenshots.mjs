// screenshots.mjs DIR: pictures of each kind of page of the samples, phone and desktop, light and
// dark, and as printed.
import {mkdirSync} from "node:fs";
import {join} from "node:path";

import {fine, launch, open} from "./support.mjs";

const directory = process.argv[2];
const WIDTHS = {
  phone: 320,
  desktop: 1280
};

/**
 * Paths of the pages: those of the conflict that rests on the most articles, and one without any.
 */
async function pagesOf(browser) {
  const view = await open(browser, "samples", "index.html");
  const {conflict, article, quiet} = await view.page.evaluate(async () => {
    const {conflicts, contests} = await recount.load("overview");
    const {articles} = await recount.load("articles");
    const pages =
        new Set(conflicts.filter((one) => one.place)
                    .map((one) => `places/${one.place}/${recount.electionKey(one.election)}`));
    const mended = (await Promise.all([...pages].map((name) => recount.load(name))))
                       .flatMap((contest) => contest.conflicts)
                       .filter((one) => one.correction)
                       .map((one) => one.id);
    return {
      conflict: conflicts.find((one) => mended.includes(one.id)) ?? conflicts[0],
      article: [...articles].sort((a, b) => b.errors - a.errors || b.facts - a.facts)[0],
      quiet: [...contests]
                 .filter((one) => one.kind === "council" && one.status === "agreed")
                 .sort((a, b) => b.facts - a.facts)[0],
    };
  });
  await fine(view);
  const council = ({place, election}) => `council.html#place=${place}&election=${election}`;
  return {
    conflicts: "index.html#view=conflicts",
    councils: "index.html#view=councils",
    articles: "index.html#view=articles",
    "council-conflict": `${council(conflict)}&conflict=${conflict.id}`,
    "council-agreed": council(quiet),
    article: `article.html#article=${article.key}`,
    "article-dropped": `article.html#article=${article.key}&dropped=1`,
    review: "review.html",
    "review-correct": "review.html",
  };
}

/** What is done on a page before its picture is taken. */
const ACTS = {
  article: (page) => page.locator("a.place").nth(1).focus(),
  review: async (page) => {
    for (const key of ["a", "r", "k"]) await page.keyboard.press(key);
  },
  "review-correct": (page) => page.keyboard.press("e"),
};

const browser = await launch();
mkdirSync(directory, {recursive: true});
for (const [name, path] of Object.entries(await pagesOf(browser))) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [device, width] of Object.entries(WIDTHS)) {
      const viewport = {width, height: device === "phone" ? 640 : 800};
      const view = await open(browser, "samples", path, {colorScheme, viewport});
      await ACTS[name]?.(view.page);
      const file = join(directory, `${name}-${device}-${colorScheme}.png`);
      // A list of hundreds is no better for being whole.
      const whole = !path.startsWith("index") && !path.startsWith("article");
      await view.page.screenshot({path: file, fullPage: whole, animations: "disabled"});
      console.log(file);
      await fine(view);
    }
  }
  const view = await open(browser, "samples", path);
  const file = join(directory, `${name}-print.pdf`);
  await view.page.pdf({
    path: file,
    format: "A4",
    margin: {top: "15mm", bottom: "15mm", left: "15mm", right: "15mm"}
  });
  console.log(file);
  await fine(view);
}
await browser.close();
