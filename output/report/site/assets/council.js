// The page of a council or an area: its elections, chamber, conflicts and figures.
"use strict";

(() => {
  const {el, fill, link} = recount;
  const AT_ONCE = 20;  // conflicts

  function elections(place, current) {
    if (place.contests.length < 2) return null;
    return el(
        "nav", {class: "tabs", "aria-label": "Elections"},
        place.contests.map(
            (contest) =>
                el("a", {
                  href: recount.contestLink(place.key, contest.election),
                  "aria-current": contest === current ? "true" : null
                },
                   recount.day(contest.election),
                   contest.conflicts ? el("span", {class: "sign"}, " ≠",
                                          el("span", {class: "hidden"}, " has conflicts")) :
                                       null)));
  }

  /** Cards, errors first; the `chosen` one is among those that are seen at once. */
  function conflicts(contest, rules, chosen) {
    if (!contest.conflicts.length)
      return el(
          "p", {class: "fine"}, recount.badge("agreed", "No conflict"),
          " Nothing that these articles say of this election contradicts anything else.");
    const rank = (conflict) => conflict.severity === "error" ? 0 : 1;
    const sorted = [...contest.conflicts].sort((a, b) => rank(a) - rank(b));
    const at = sorted.findIndex(({id}) => id === chosen);
    if (at >= AT_ONCE) sorted.unshift(...sorted.splice(at, 1));
    const facts = new Map(contest.facts.map((fact) => [fact.id, fact]));
    return recount.longList(
        el("div"), sorted, (one) => recount.conflictCard(one, facts, rules), AT_ONCE);
  }

  function contestView(place, brief, contest, run, state) {
    const facts = recount.count(contest.total, "fact"),
          articles = recount.count(contest.articles, "article");
    return [
      el("h2", {class: "when"}, place.kind === "council" ? "Election of " : "Elections of ",
         recount.day(contest.election)),
      el("p", {class: "soft"}, `${facts} in ${articles}. `,
         el("a", {href: link("review", {queue: `place:${place.key}:${brief.key}`})},
            "Check these facts")),
      contest.charts.length ?
          el("section", {class: "charts", "aria-label": "The chamber"},
             contest.charts.map((chart) => recount.chartFigure(chart, place.name))) :
          null,
      el("section", {"aria-labelledby": "conflicts"},
         el("h2", {id: "conflicts"},
            contest.conflicts.length ? `Conflicts (${contest.conflicts.length})` : "Conflicts"),
         conflicts(contest, run.rules, state.conflict)),
      el("section", {"aria-labelledby": "figures"}, el("h2", {id: "figures"}, "Figures"),
         el("div", {class: "card wide"}, recount.figuresTable(contest, place, state.fact))),
    ];
  }

  /** Brings what the link speaks of into view. */
  function reveal(body, state) {
    const aim =
        (state.conflict && body.querySelector(`[data-conflict="${CSS.escape(state.conflict)}"]`)) ||
        body.querySelector("tr.chosen");
    aim?.scrollIntoView({block: aim.matches("tr") ? "center" : "start", behavior: "instant"});
    aim?.focus({preventScroll: true});
  }

  /** The place, and the contest that the address asks for; the newest if it asks for none. */
  async function read(state) {
    const place = await recount.load(`places/${state.place}`);
    const brief =
        place.contests.find(({election}) => recount.electionKey(election) === state.election) ??
        place.contests[0];
    return {place, brief, contest: await recount.load(`places/${place.key}/${brief.key}`)};
  }

  function view(body, run, {place, brief, contest}, state) {
    const nation = run.nations.find(({id}) => id === place.nation)?.name;
    recount.title(place.name);
    fill(
        body,
        el("p", {class: "crumbs"}, el("a", {href: "index.html#view=councils"}, "All councils")),
        el("h1", {}, el("bdi", {}, place.name)),
        el("p", {class: "soft"},
           [...new Set([place.official, nation])]
               .filter((one) => one && one !== place.name)
               .join(", ")),
        elections(place, brief), contestView(place, brief, contest, run, state));
    reveal(body, state);
  }

  recount.pageOfState(read, view);
})();
