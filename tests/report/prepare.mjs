// prepare.mjs [SITE...]: makes what the tests of the report need, in the build tree: packages, and
// the sites that the command writes of our own articles, of hostile facts, and of ten thousand
// articles. All of them, or those that are named.
import {execFileSync} from "node:child_process";
import {copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

import {hostileArticles, hostileFacts} from "./hostile.mjs";
import {manyArticles} from "./many.mjs";

const work = process.env.RECOUNT_REPORT_WORK, recount = process.env.RECOUNT_BINARY;
const here = dirname(fileURLToPath(import.meta.url)), source = join(here, "..", "..");

function run(program, ...args) {
  execFileSync(program, args, {cwd: work, stdio: ["ignore", "ignore", "inherit"]});
}

/** As locked; again only when the lock has changed. */
function installPackages() {
  const lock = join(work, "package-lock.json"), wanted = join(here, "package-lock.json");
  const same = existsSync(lock) && readFileSync(lock, "utf8") === readFileSync(wanted, "utf8");
  if (same && existsSync(join(work, "node_modules", "axe-core"))) return;
  copyFileSync(join(here, "package.json"), join(work, "package.json"));
  copyFileSync(wanted, lock);
  run("npm", "ci", "--silent", "--ignore-scripts");
}

/** A new folder NAME in the build tree. */
function folder(name) {
  const path = join(work, name);
  rmSync(path, {recursive: true, force: true});
  mkdirSync(path, {recursive: true});
  return path;
}

/** Facts and texts of `articles`, and the site of both. */
function makeSite(name, ...articles) {
  const path = folder(name);
  run(recount, "extract", "--quiet", ...articles, "-o", join(path, "facts.jsonl"), "--emit-text",
      join(path, "texts"));
  run(recount, "report", join(path, "facts.jsonl"), "--texts", join(path, "texts"), "-o",
      join(path, "site"));
}

const SITES = {
  news: () => makeSite("news", join(here, "news")),
  night: () => makeSite("night", join(here, "night")),
  samples() {
    const path = folder("samples");
    run(recount, "run", "--quiet", join(source, "corpus", "samples", "texts"), "-o", path);
    renameSync(join(path, "report"), join(path, "site"));
  },
  many() {
    const path = join(work, "many.jsonl");
    writeFileSync(path, manyArticles(10000, join(source, "patterns", "places", "councils.tsv")));
    makeSite("many", path);
  },
  hostile() {
    const path = folder("hostile"), texts = join(path, "texts"), facts = join(path, "facts.jsonl");
    mkdirSync(texts);
    for (const [name, content] of hostileArticles()) writeFileSync(join(texts, name), content);
    writeFileSync(facts, hostileFacts());
    run(recount, "report", facts, "--texts", texts, "-o", join(path, "site"));
  },
};

mkdirSync(work, {recursive: true});
installPackages();
const asked = process.argv.slice(2);
for (const [name, make] of Object.entries(SITES)) {
  if (asked.length === 0 || asked.includes(name)) make();
}
