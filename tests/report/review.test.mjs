import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {drawn, fine, launch, open, recount, words, work} from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const current = (page) => words(page.locator(".current h2"));
const said = (page) => words(page.locator(".said"));

/** Hands the verdicts out with the key s; the file's path. */
async function saved(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("s")]);
  assert.equal(file.suggestedFilename(), "verdicts.jsonl");
  return file.path();
}

/** The records that `extract` gives with these verdicts. */
function extracted(path) {
  const kept = execFileSync(
      recount, ["extract", "--quiet", "--verdicts", path, join(work, "news", "texts")],
      {encoding: "utf8"});
  return kept.trim().split("\n").map((line) => JSON.parse(line));
}

/** A round by keyboard alone: accept, reject with a note, correct. The path of the file. */
async function round(page) {
  await page.keyboard.press("a");
  assert.match(await said(page), /^Accepted: /);
  await page.keyboard.press("n");
  await page.keyboard.type("not this council");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  assert.match(await said(page), /^Rejected: /);
  await page.keyboard.press("e");
  await page.keyboard.type("33");
  await page.keyboard.press("Enter");
  assert.match(await said(page), /^Corrected: /);
  return saved(page);
}

test(
    "a checker accepts, rejects and corrects with the keyboard; the file holds it, and the command reads it",
    async () => {
      const view = await open(browser, "news", "review.html");
      const {page} = view;
      const facts = await page.evaluate(async () => (await recount.load("review")).facts);
      const path = await round(page);
      const verdicts =
          readFileSync(path, "utf8").trim().split("\n").map((line) => JSON.parse(line));
      assert.deepEqual(verdicts.map(({time, ...verdict}) => verdict), [
        {fact: facts[0].id, doc: facts[0].doc, verdict: "accept", corrected: null, note: null},
        {
          fact: facts[1].id,
          doc: facts[1].doc,
          verdict: "reject",
          corrected: null,
          note: "not this council"
        },
        {
          fact: facts[2].id,
          doc: facts[2].doc,
          verdict: "correct",
          corrected: {value: 33},
          note: null
        },
      ]);
      for (const {time} of verdicts)
        assert.ok(Math.abs(Date.now() - Date.parse(time)) < 60000, time);

      const scores = execFileSync(
          recount, ["eval", "--verdicts", path, join(work, "news", "facts.jsonl")],
          {encoding: "utf8"});
      assert.ok(scores.includes(facts[0].rule), scores);
      const records = extracted(path);
      assert.equal(records.length, facts.length - 1);
      assert.ok(!records.some(({id}) => id === facts[1].id));
      assert.equal(
          records
              .find(
                  ({doc, start, measure}) => doc === facts[2].doc && start === facts[2].start &&
                      measure === facts[2].measure)
              .value,
          33);
      await fine(view);
    });

test("the verdicts stay in the browser, and are read from a file into another one", async () => {
  const view = await open(browser, "news", "review.html");
  const path = await round(view.page);
  await view.page.reload();
  await drawn(view.page);
  assert.match(await words(view.page.locator("main")), /3 of 13 facts checked here/);
  const other = await open(browser, "news", "review.html");
  assert.match(await words(other.page.locator("main")), /0 of 13 facts checked here/);
  await other.page.locator("input[type=file]").setInputFiles(path);
  await other.page.locator(".said", {hasText: "3 verdicts read from verdicts.jsonl."})
      .or(other.page.locator(".said", {hasText: "3 verdicts read"}))
      .waitFor();
  assert.match(await words(other.page.locator("main")), /3 of 13 facts checked here/);
  assert.equal(readFileSync(await saved(other.page), "utf8"), readFileSync(path, "utf8"));
  await fine(other);
  await fine(view);
});

test("lines of a file that are no verdicts are told by number and change nothing", async () => {
  const view = await open(browser, "news", "review.html");
  const lines = [
    "not json", "", "{\"fact\":\"zz\",\"doc\":\"a\",\"verdict\":\"accept\"}",
    "{\"fact\":\"0123456789abcdef\",\"doc\":\"a\",\"verdict\":\"maybe\"}",
    "{\"fact\":\"0123456789abcdef\",\"doc\":\"a\",\"verdict\":\"correct\",\"corrected\":{\"__proto__x\":1}}",
    "null",
    "{\"fact\":\"0123456789abcdef\",\"doc\":\"a\",\"verdict\":\"accept\",\"corrected\":null,\"note\":null,\"time\":\"2026-01-01T00:00:00Z\"}"
  ];
  await view.page.locator("input[type=file]")
      .setInputFiles(
          {name: "<b>.jsonl", mimeType: "text/plain", buffer: Buffer.from(lines.join("\n"))});
  await view.page.locator(".said", {hasText: "read from"}).waitFor();
  assert.equal(
      await said(view.page),
      "1 verdict read from <b>.jsonl; no verdict on 5 lines: 1, 3, 4, 5, 6.");
  await fine(view);
});

test("j and k go forwards and back, u takes back, the address names the fact", async () => {
  const view = await open(browser, "news", "review.html");
  const {page} = view;
  const first = await current(page);
  await page.keyboard.press("k");
  assert.equal(await said(page), "This is the first one.");
  await page.keyboard.press("j");
  const second = await current(page);
  assert.notEqual(second, first);
  const link = page.url().replace(/^.*\//, "");
  await page.keyboard.press("k");
  assert.equal(await current(page), first);
  await page.keyboard.press("a");
  await page.keyboard.press("k");
  assert.match(await words(page.locator(".current")), /Accepted/);
  await page.keyboard.press("u");
  assert.doesNotMatch(await words(page.locator(".current")), /Accepted/);
  const other = await open(browser, "news", link);
  assert.equal(await current(other.page), second);
  await fine(other);
  await fine(view);
});

test("a correction that changes nothing or is no figure is not taken", async () => {
  const view = await open(browser, "news", "review.html");
  const {page} = view;
  await page.keyboard.press("e");
  await page.keyboard.press("Enter");
  assert.match(await words(page.getByRole("alert")), /Nothing is changed yet/);
  await page.getByLabel("Value").fill("many");
  await page.keyboard.press("Enter");
  assert.match(await words(page.getByRole("alert")), /must be a number/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("form.correct-form").count(), 0);
  assert.match(await words(page.locator("main")), /0 of 13 facts checked here/);
  await fine(view);
});

test("the council is corrected to one of the list, anything else is refused", async () => {
  const view = await open(browser, "news", "review.html");
  const {page} = view;
  const facts = await page.evaluate(async () => (await recount.load("review")).facts);
  await page.keyboard.press("e");
  const place = page.getByRole("combobox", {name: "Council or area"});
  assert.equal(await place.inputValue(), "Medway");
  const offered = await page.locator("datalist option")
                      .evaluateAll((options) => options.map((option) => option.value));
  assert.ok(offered.length > 500 && offered.includes("Swale") && offered.includes("England"));
  assert.equal(new Set(offered).size, offered.length);
  await place.fill("Medwey");
  await page.keyboard.press("Enter");
  assert.match(
      await words(page.getByRole("alert")), /“Medwey” is no council or area of the list/);
  assert.ok(await place.evaluate((field) => field === document.activeElement));
  assert.match(await words(page.locator("main")), /0 of 13 facts checked here/);
  await place.fill("swale");
  await page.keyboard.press("Enter");
  assert.match(await said(page), /^Corrected: /);
  await page.keyboard.press("k");
  assert.match(await words(page.locator(".current .verdict")), /Corrected .* Swale, 4 May 2023/);
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await place.fill("All councils together");
  await page.keyboard.press("Enter");
  await page.keyboard.press("e");
  await place.fill("");
  await page.keyboard.press("Enter");
  const path = await saved(page);
  const lines = readFileSync(path, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({corrected}) => corrected), [
    {place_kind: "council", place: "swale", place_name: "Swale"},
    {place_kind: "all", place: null, place_name: null},
    {place_kind: "unknown", place: null, place_name: null},
  ]);

  // The file goes through both commands.
  const score = JSON.parse(execFileSync(
      recount, ["eval", "--json", "--verdicts", path, join(work, "news", "facts.jsonl")],
      {encoding: "utf8"}));
  assert.equal(score.all.corrected, 3);
  assert.equal(score.unmatched, 0);
  const records = extracted(path);
  assert.equal(records.length, facts.length);
  const places = facts.slice(0, 3).map(({doc, start, measure, party}) => {
    const {place_kind, place, place_name, election_id} = records.find(
        (one) => one.doc === doc && one.start === start && one.measure === measure &&
            one.party === party);
    return [place_kind, place, place_name, election_id];
  });
  assert.deepEqual(places, [
    ["council", "swale", "Swale", "local.swale.2023-05-04"], ["all", null, null, null],
    ["unknown", null, null, null]
  ]);
  await fine(view);
});

test("a correction that makes no fact is refused with the reason", async () => {
  const view = await open(browser, "news", "review.html");
  const {page} = view;
  await page.keyboard.press("e");
  for (const [figure, value, party, reason] of [
           ["Control", "33", "Labour", /“Control” must be gain, hold, loss or now/],
           ["Seats", "gain", "Labour", /“Seats” must be a number/],
           ["Seats", "33", "No party", /“Seats” is a party’s: choose one/]]) {
    await page.getByRole("combobox", {name: "Figure"}).selectOption({label: figure});
    await page.getByRole("combobox", {name: "Party"}).selectOption({label: party});
    await page.getByLabel("Value").fill(value);
    await page.keyboard.press("Enter");
    assert.match(await words(page.getByRole("alert")), reason);
  }
  await fine(view);
});

test(
    "letters typed into a field are no commands, and the shortcuts can be switched off",
    async () => {
      const view = await open(browser, "news", "review.html");
      const {page} = view;
      const first = await current(page);
      await page.getByLabel(/Note/).fill("");
      await page.getByLabel(/Note/).pressSequentially("jar");
      assert.equal(await current(page), first);
      await page.getByLabel("Keyboard shortcuts").uncheck();
      await page.locator(".current h2").focus();
      await page.keyboard.press("a");
      await page.keyboard.press("j");
      assert.equal(await current(page), first);
      assert.match(await words(page.locator("main")), /0 of 13 facts checked here/);
      await fine(view);
    });

test(
    "only the open ones are listed when asked for; a rule, an article and a council have queues",
    async () => {
      const view = await open(browser, "news", "review.html");
      const {page} = view;
      await page.keyboard.press("a");
      assert.equal(await words(page.locator(".range")), "1 to 10 of 13");
      assert.equal(await page.locator(".queue li").count(), 10);
      await page.getByLabel("Only open ones").check();
      assert.equal(await words(page.locator(".range")), "1 to 10 of 12");
      const rule = page.getByRole("combobox", {name: "Facts"}).locator("optgroup option").first();
      const name = await rule.innerText();
      await page.getByRole("combobox", {name: "Facts"})
          .selectOption(await rule.getAttribute("value"));
      await page.waitForURL(/queue=rule/);
      await page.locator(".about code", {hasText: name.split(":")[0]}).waitFor();
      for (const queue
               of ["place:council-medway",
                   `article:${
                       await page.evaluate(
                           async () => (await recount.load("articles")).articles[0].key)}`]) {
        const other = await open(browser, "news", `review.html#queue=${queue}`);
        assert.ok(await other.page.locator(".queue li").count() > 1);
        await fine(other);
      }
      await fine(view);
    });
