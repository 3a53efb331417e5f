// What the pages are put together from: parties, badges, figures, quotes.
"use strict";

(() => {
  const {el} = recount;
  const SIGNS = new Map(Object.entries({
    agreed: "✓",
    single: "○",
    conflicting: "≠",
    derived: "=",
    replaced: "↻",
    error: "≠",
    warning: "?",
    accept: "✓",
    reject: "✕",
    correct: "✎",
  }));
  const parties = new Map();

  /** data/run.js, with its parties known to party(). */
  async function run() {
    const data = await recount.load("run");
    if (data.format !== 1)
      throw new Error("This report was written for another version of these pages.");
    for (const party of data.parties) parties.set(party.id, party);
    return data;
  }

  function partyName(id) {
    return parties.get(id)?.name ?? id;
  }

  /** A swatch in the party's colour; hatched where there is none. */
  function swatch(colour) {
    const known = /^#[0-9a-f]{6}$/i.test(colour ?? "");
    const node = el("span", {class: known ? "swatch" : "swatch none", "aria-hidden": "true"});
    if (known) node.style.setProperty("--party", colour);
    return node;
  }

  /** Swatch and name of a party. */
  function party(id) {
    return el(
        "span", {class: "party"}, swatch(parties.get(id)?.colour), el("bdi", {}, partyName(id)));
  }

  /** A status or a checker's verdict as a word with a sign. */
  function badge(kind, words = recount.statusName(kind)) {
    return el(
        "span", {class: `badge ${kind}`},
        el("span", {class: "sign", "aria-hidden": "true"}, SIGNS.get(kind) ?? "·"), words);
  }

  /** Party, measure and value of a fact on one line. */
  function figure(fact) {
    return el(
        "span", {class: "figure"}, fact.party ? party(fact.party) : null,
        el("span", {class: "measure"}, recount.figureName(fact.measure)),
        el("strong", {class: "value"}, recount.valueWords(fact)));
  }

  /** The words of a fact between the words around them. */
  function quote(fact) {
    return el(
        "blockquote", {class: "quote", dir: "auto"},
        el("p", {}, el("span", {class: "around"}, fact.before), el("mark", {}, fact.quote),
           el("span", {class: "around"}, fact.after)));
  }

  /** Who published it and when. */
  function source(fact) {
    return el(
        "span", {class: "source"}, el("bdi", {}, fact.source ?? fact.doc),
        fact.published ? `, ${recount.day(fact.published)}` : null);
  }

  const articleLink = (fact) => recount.link("article", {article: fact.article, fact: fact.id});

  /** An election in an address. */
  const electionKey = (election) => election ?? "unknown";

  /** The page of a place at an election; `more`: what it is about there. */
  const contestLink = (place, election, more = {}) =>
      recount.link("council", {place, election: electionKey(election), ...more});

  /** The place of a fact's verdict, or null. */
  function verdictLink(fact) {
    if (!fact.page) return null;
    return contestLink(fact.page, fact.election, {conflict: fact.conflicts[0], fact: fact.id});
  }

  /** Rule and confidence of a fact. */
  function reason(fact, rules) {
    const says = rules.find((rule) => rule.id === fact.rule)?.says;
    return el(
        "span", {class: "reason"}, "Rule ", el("code", {}, fact.rule), says ? ` (${says})` : null,
        ", ", el("span", {class: "confidence"}, `${Math.round(fact.confidence * 100)}% sure`));
  }

  /** `make` of each of `items` as children of `list`, fifty at a time. */
  function longList(list, items, make, step = 50) {
    let shown = 0;
    const more = el("button", {type: "button", class: "more", onclick: () => show(true)});
    const holder = el("div", {}, list, more);
    function show(moveFocus) {
      const first = shown;
      for (; shown < Math.min(items.length, first + step); ++shown) list.append(make(items[shown]));
      const left = items.length - shown;
      more.hidden = left === 0;
      more.textContent = `Show ${Math.min(step, left)} more of ${recount.number(left)}`;
      if (moveFocus) list.children[first]?.querySelector("a, button")?.focus();
    }
    show(false);
    return holder;
  }

  /**
   * A page that draws itself anew for each state of its address. `read(state)` promises what it
   * needs, `show(body, run, data, state)` draws it; a draw that waits for its file gives way to a
   * later one.
   */
  function pageOfState(read, show) {
    recount.page(async (body) => {
      const data = await run();
      let turn = 0;
      async function draw() {
        const mine = ++turn;
        const state = recount.state();
        const found = await read(state);
        if (mine === turn) show(body, data, found, state);
      }
      addEventListener("hashchange", () => recount.page(draw));
      await draw();
    });
  }

  Object.assign(recount, {
    articleLink,
    badge,
    contestLink,
    electionKey,
    figure,
    longList,
    pageOfState,
    party,
    partyName,
    quote,
    reason,
    run,
    source,
    swatch,
    verdictLink
  });
})();
