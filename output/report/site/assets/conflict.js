// A conflict: the quotes that cannot all be true side by side, the law in words, the correction.
"use strict";

(() => {
  const {el, link} = recount;

  function witness(fact, rules) {
    return el(
        "li", {class: "witness"}, el("p", {class: "says"}, recount.figure(fact)),
        recount.quote(fact), el("p", {class: "about"}, recount.source(fact)),
        el("p", {class: "about"}, recount.reason(fact, rules)),
        el("p", {class: "links"},
           el("a", {href: recount.articleLink(fact)}, "See it in the article",
              el("span", {class: "hidden"}, `: ${fact.title ?? fact.doc}`))));
  }

  function correction(conflict, facts) {
    const fact = conflict.correction && facts.find(({id}) => id === conflict.correction.fact);
    if (!fact) return null;
    const mended = {...fact, value: conflict.correction.value, bound: "exact", partial: false};
    return el(
        "div", {class: "correction"}, el("h4", {}, "Suggested correction"),
        el("p", {}, "All else would agree if ", recount.source(fact),
           " had said: ", fact.party ? [recount.party(fact.party), " "] : null,
           recount.figureName(fact.measure).toLowerCase(), " ",
           el("ins", {}, recount.valueWords(mended)), " instead of ",
           el("del", {}, recount.valueWords(fact)), "."),
        el("p", {class: "soft"}, "That is arithmetic, not evidence: only a source can tell."));
  }

  /** A card; `facts`: those of the contest, by id. `rules`: of run.js. */
  function conflictCard(conflict, facts, rules) {
    const its = conflict.facts.map((id) => facts.get(id)).filter(Boolean);
    const heading = `conflict-${conflict.id}`;
    return el(
        "article", {
          class: `card conflict ${conflict.severity}`,
          "aria-labelledby": heading,
          "data-conflict": conflict.id,
          tabindex: "-1"
        },
        el("p", {class: "kicker"}, recount.badge(conflict.severity)),
        el("h3", {id: heading}, recount.conflictName(conflict.kind)),
        el("p", {class: "message", dir: "auto"}, conflict.message),
        el("ul", {class: "witnesses"}, its.map((fact) => witness(fact, rules))),
        conflict.law_says || conflict.unless ?
            el("dl", {class: "law"},
               conflict.law_says ?
                   [
                     el("dt", {}, "Why they do not fit"), el("dd", {}, sentence(conflict.law_says))
                   ] :
                   null,
               conflict.unless ?
                   [
                     el("dt", {}, "Both can be right only if"),
                     el("dd", {}, sentence(conflict.unless))
                   ] :
                   null) :
            null,
        correction(conflict, its),
        el("p", {class: "links"},
           el("a", {href: link("council", {...recount.state(), conflict: conflict.id, fact: null})},
              "Link to this conflict")));
  }

  const sentence = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

  Object.assign(recount, {conflictCard});
})();
