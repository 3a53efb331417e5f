// The page of a council or an area: its elections, chamber, conflicts and figures.
"use strict";

(() => {
  const {el, fill, link} = recount;

  function elections(place, current) {
    if (place.contests.length < 2) return null;
    return el(
        "nav", {class: "tabs", "aria-label": "Elections"},
        place.contests.map(
            (contest) =>
                el("a", {
                  href: link("council", {place: place.key, election: contest.election}),
                  "aria-current": contest === current ? "true" : null
                },
                   recount.day(contest.election),
                   contest.conflicts.length ? el("span", {class: "sign"}, " ≠",
                                                 el("span", {class: "hidden"}, " has conflicts")) :
                                              null)));
  }

  function conflicts(contest, rules) {
    if (!contest.conflicts.length)
      return el(
          "p", {class: "fine"}, recount.badge("agreed", "No conflict"),
          " Nothing that these articles say of this election contradicts anything else.");
    const rank = (conflict) => conflict.severity === "error" ? 0 : 1;
    return [...contest.conflicts]
        .sort((a, b) => rank(a) - rank(b))
        .map((one) => recount.conflictCard(one, contest.facts, rules));
  }

  function contestView(place, contest, run, state) {
    const facts = recount.count(contest.facts.length, "fact"),
          articles = recount.count(new Set(contest.facts.map((f) => f.doc)).size, "article");
    return [
      el("h2", {class: "when"}, place.kind === "council" ? "Election of " : "Elections of ",
         recount.day(contest.election)),
      el("p", {class: "soft"}, `${facts} in ${articles}. `,
         el("a", {href: link("review", {queue: `place:${place.key}`})}, "Check these facts")),
      contest.charts.length ?
          el("section", {class: "charts", "aria-label": "The chamber"},
             contest.charts.map((chart) => recount.chartFigure(chart, place.name))) :
          null,
      el("section", {"aria-labelledby": "conflicts"},
         el("h2", {id: "conflicts"},
            contest.conflicts.length ? `Conflicts (${contest.conflicts.length})` : "Conflicts"),
         conflicts(contest, run.rules)),
      el("section", {"aria-labelledby": "figures"}, el("h2", {id: "figures"}, "Figures"),
         el("div", {class: "card wide"}, recount.figuresTable(contest, place.name, state.fact))),
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

  recount.page(async (body) => {
    const run = await recount.run();
    let turn = 0;
    async function draw() {
      const mine = ++turn;
      const state = recount.state();
      const place = await recount.load(`places/${state.place}`);
      if (mine !== turn) return;
      const contest =
          place.contests.find(({election}) => election === state.election) ?? place.contests[0];
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
          elections(place, contest), contestView(place, contest, run, state));
      reveal(body, state);
    }
    addEventListener("hashchange", () => recount.page(draw));
    await draw();
  });
})();
