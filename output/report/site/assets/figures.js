// The table of a contest's figures: by party, with status and who tells them.
"use strict";

(() => {
  const {el} = recount;
  const AT_ONCE = 20;  // who tell a figure

  /** Parties in the order of the table: the council itself, then by seats, then by name. */
  function groups(rows) {
    const seats = new Map(rows.filter((row) => row.measure === "seats")
                              .map((row) => [row.party, row.value ?? row.low ?? 0]));
    const rank = (party) => party === null ? 1e9 : party === "noc" ? 1e8 : seats.get(party) ?? -1;
    const order = (a, b) =>
        rank(b) - rank(a) || recount.partyName(a).localeCompare(recount.partyName(b), "en-GB");
    return [...new Set(rows.map((row) => row.party))].sort(order);
  }

  /** Where the others are that tell a figure, when not all are listed. */
  function others(count, {place, contest}) {
    const articles = {
      view: "articles",
      q: place.kind === "all" ? null : place.name,
      election: contest.election
    };
    return el(
        "li", {}, "; and ",
        el("a", {href: recount.link("index", articles)}, `${recount.number(count)} more`));
  }

  function tellers(row, facts, about) {
    const its = row.facts.map((id) => facts.get(id)).filter(Boolean);
    const derived = row.status === "derived";
    const words = (fact) => derived ?
        [
          fact.party && fact.party !== row.party ? `${recount.partyName(fact.party)}: ` : "",
          `${recount.figureName(fact.measure).toLowerCase()} ${recount.valueWords(fact)}`
        ] :
                                                   fact.source ?? fact.doc;
    const all =
        derived ? [...new Map(its.map((fact) => [words(fact).join(""), fact])).values()] : its;
    const told = all.slice(0, AT_ONCE);
    const left = derived ? 0 : row.facts.length - told.length;
    const list =
        el("ul", {class: "tellers"},
           told.map(
               (fact, i) =>
                   el("li", {},
                      el("a", {href: recount.articleLink(fact), title: fact.quote},
                         el("bdi", {}, words(fact))),
                      i + 1 < told.length ? "; " : null)),
           left ? others(left, about) : null);
    if (derived) return [el("span", {class: "soft"}, "follows from "), list];
    if (its.length > row.witnesses && its.length > 1) {
      return [
        list,
        el("span", {class: "soft"},
           ` (${recount.count(row.witnesses, "independent source", "independent sources")})`)
      ];
    }
    return list;
  }

  /** What took the place of a figure, and where that is told. */
  function later(fact) {
    const where = fact.place_kind === "all" ? "in all councils together" :
        fact.place_name                     ? `in ${fact.place_name}` :
                                              "";
    return el(
        "p", {class: "soft"}, `Later: ${recount.valueWords(fact)} ${where}, told by `,
        el("a", {href: recount.articleLink(fact), title: fact.quote},
           el("bdi", {}, fact.source ?? fact.doc)));
  }

  function line(row, facts, about) {
    const mine = row.status !== "derived" && row.facts.includes(about.chosen);
    return el(
        "tr", {class: mine ? "chosen" : null, tabindex: mine ? "-1" : null},
        el("th", {scope: "row"}, recount.figureName(row.measure)),
        el("td", {class: "value"}, valueOf(row, facts)), el("td", {}, recount.badge(row.status)),
        el("td", {}, tellers(row, facts, about), row.later ? later(row.later) : null));
  }

  /** The value of a row; all that are told where none is settled. */
  function valueOf(row, facts) {
    const told = row.facts.map((id) => facts.get(id)).filter(Boolean).map(recount.valueWords);
    return recount.valueWords(row) ||
        [...new Set(told)].join(row.status === "conflicting" ? " or " : "; ");
  }

  /** `chosen`: id of the fact whose row is marked, or undefined. */
  function figuresTable(contest, place, chosen) {
    const about = {contest, place, chosen};
    const facts = new Map(contest.facts.map((fact) => [fact.id, fact]));
    const bodies = groups(contest.rows)
                       .map(
                           (party) =>
                               el("tbody", {},
                                  el("tr", {class: "group"},
                                     el("th", {colspan: "4", scope: "rowgroup"},
                                        party === null ? "The council" : recount.party(party))),
                                  contest.rows.filter((row) => row.party === party)
                                      .map((row) => line(row, facts, about))));
    return el(
        "table", {class: "figures"},
        el("caption", {class: "hidden"},
           `Figures of ${place.name}, ${recount.day(contest.election)}`),
        el("thead", {},
           el("tr", {},
              ["Figure", "Value", "Status", "Told by"].map(
                  (words) => el("th", {scope: "col"}, words)))),
        bodies);
  }

  Object.assign(recount, {figuresTable});
})();
