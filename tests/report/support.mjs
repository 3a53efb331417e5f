// What the tests of the report share: the sites that prepare.mjs has made, and a browser.
import assert from "node:assert/strict";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

/**
 * The folder that prepare.mjs fills, in the build tree: node_modules/, NAME/facts.jsonl,
 * NAME/texts/, NAME/site/.
 */
export const work = process.env.RECOUNT_REPORT_WORK;
/** The command. */
export const recount = process.env.RECOUNT_BINARY;
assert.ok(work && recount, "run these tests with ctest, which says where the build tree is");

/** Packages are in the build tree, not here. */
export const load = createRequire(join(work, "package.json"));

/** Debian's browser, without a window. Close it when done. */
export async function launch() {
  const {chromium} = load("playwright-core");
  const args = process.getuid() === 0 ? ["--no-sandbox"] : [];  // its sandbox is not for root
  return chromium.launch(
      {executablePath: process.env.RECOUNT_CHROMIUM ?? "/usr/bin/chromium", args});
}

/** The address of a page of a site from the disk; `path`: "index.html#view=articles". */
export function address(site, path) {
  return pathToFileURL(join(work, site, "site", "x")).href.replace(/x$/, path);
}

/** Waits until the page has drawn what its address asks for. */
export async function drawn(page) {
  await page.waitForSelector("main:not([aria-busy])");
}

/**
 * A window on the pages of `site`. `options`: of playwright's newContext. What the console
 * complains of and what is asked of a network is collected in `complaints`: end with
 * `fine(window)`.
 */
export async function open(browser, site, path, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options});
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url()))
      complaints.push(`asked the network for ${request.url()}`);
  });
  await page.goto(address(site, path));
  await drawn(page);
  return {page, context, complaints};
}

/** Nobody has complained; closes the window. */
export async function fine({context, complaints}) {
  await context.close();
  assert.deepEqual(complaints, []);
}

/** Follows a link and waits for the page that it leads to. */
export async function follow(page, link) {
  await link.click();
  await page.waitForLoadState();
  await drawn(page);
}

/** The text between white space, once. */
export async function words(locator) {
  return (await locator.innerText()).replace(/\s+/g, " ").trim();
}
