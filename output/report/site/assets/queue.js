// What a checker goes through: the facts of a queue, the card of one, its row in the list.
"use strict";

(() => {
  const {el} = recount;
  const DONE = {accept: "Accepted", reject: "Rejected", correct: "Corrected"};

  /** A checker's verdict as a word. */
  const verdictName = (verdict) => DONE[verdict];

  /** The facts of a queue: "worth", "rule:12", "article:KEY", "place:KEY", "place:KEY:CONTEST". */
  async function factsOf(queue) {
    const [kind, key, only] = queue.split(":");
    if (kind === "rule") return recount.load(`rules/${key}`);
    if (kind === "article") {
      const {facts, title, doc} = await recount.load(`articles/${key}`);
      return {facts, total: facts.length, name: title ?? doc};
    }
    if (kind === "place") {
      const {contests, name} = await recount.load(`places/${key}`);
      const files = await Promise.all(contests.filter((one) => !only || one.key === only)
                                          .map((one) => recount.load(`places/${key}/${one.key}`)));
      return {
        facts: files.flatMap((contest) => contest.facts),
        total: files.reduce((sum, contest) => sum + contest.total, 0),
        name: only && files.length ? `${name}, ${recount.day(files[0].election)}` : name
      };
    }
    return recount.load("review");
  }

  /** The field to choose a queue; `name`: of one that no rule has. */
  function queueField(run, queue, name, change) {
    const rules =
        run.rules.map((rule, i) => [`rule:${i}`, rule]).filter(([, rule]) => rule.listed > 0);
    const own = queue !== "worth" && !queue.startsWith("rule:");
    const field =
        el("select", {onchange: () => change(field.value)},
           el("option", {value: "worth"}, "Most worth a look"),
           own ? el("option", {value: queue}, name) : null,
           el("optgroup", {label: "By rule"},
              rules.map(
                  ([value, rule]) =>
                      el("option", {value}, `${rule.id}: ${recount.count(rule.facts, "fact")}`))));
    field.value = queue;
    return el("label", {class: "field"}, el("span", {}, "Facts"), field);
  }

  function correctedWords(fact, corrected) {
    const mended = {...fact, ...corrected};
    return [
      recount.figure(mended), " ",
      el("span", {class: "soft"}, el("bdi", {}, recount.placeName(mended)), ", ",
         recount.day(mended.election))
    ];
  }

  /** What the card of a fact shows; `parts`: what can be done with it. */
  function factCard(fact, verdict, rules, parts) {
    return [
      el("p", {class: "kicker"},
         el("span", {}, el("bdi", {}, recount.placeName(fact)), ", ", recount.day(fact.election)),
         fact.status ? [" ", recount.badge(fact.status)] : null),
      el("h2", {tabindex: "-1", class: "says"}, recount.figure(fact)),
      recount.quote(fact),
      el("p", {class: "about"}, recount.source(fact),
         fact.title ? [": ", el("bdi", {}, fact.title)] : null, " ",
         el("a", {href: recount.articleLink(fact)}, "See it in the article")),
      el("p", {class: "about"}, recount.reason(fact, rules)),
      verdict ?
          el("p", {class: "verdict"}, recount.badge(verdict.verdict, verdictName(verdict.verdict)),
             verdict.corrected ? [" ", correctedWords(fact, verdict.corrected)] : null,
             verdict.note ? [" ", el("q", {dir: "auto"}, verdict.note)] : null) :
          null,
      parts,
    ];
  }

  /** A fact in the list; `go`: called when it is chosen. */
  function queueRow(fact, verdict, current, go) {
    return el(
        "li", {},
        el("button", {type: "button", "aria-current": current ? "true" : null, onclick: go},
           el("span", {class: "done"},
              verdict ? recount.badge(verdict.verdict, verdictName(verdict.verdict)) :
                        el("span", {class: "soft"}, "Open")),
           el("span", {}, el("bdi", {}, recount.placeName(fact)), ": ", recount.figure(fact))));
  }

  Object.assign(recount, {factCard, factsOf, queueField, queueRow, verdictName});
})();
