// The overview: what the run came to; conflicts, councils and articles to search in.
"use strict";

(() => {
  const {el, fill, link} = recount;
  const VIEWS = [["conflicts", "Conflicts"], ["councils", "Councils"], ["articles", "Articles"]];
  const ONE_OF = {conflicts: "conflict", councils: "election", articles: "article"};

  function tile(href, number, words, kind) {
    return el(
        "li", {},
        el("a", {href, class: `tile ${kind}`}, el("strong", {}, recount.number(number)),
           el("span", {}, words)));
  }

  function shares(run) {
    const parts =
        ["agreed", "single", "derived", "conflicting"].map((status) => [status, run[status]]);
    const bar = el("div", {class: "shares", "aria-hidden": "true"}, parts.map(([status, n]) => {
      const part = el("span", {class: status});
      part.style.flexGrow = n;
      return n ? part : null;
    }));
    const legend =
        el("ul", {class: "legend"},
           parts.map(
               ([status, n]) =>
                   el("li", {}, recount.badge(status), " ", el("strong", {}, recount.number(n)))));
    return [el("h2", {class: "small"}, "Figures of councils and areas"), bar, legend];
  }

  function summary(run) {
    return el(
        "section", {class: "summary", "aria-label": "The run in figures"},
        el("ul", {class: "tiles"},
           tile(
               link("index", {view: "conflicts", status: "error"}), run.errors,
               run.errors === 1 ? "contradiction" : "contradictions", "error"),
           tile(
               link("index", {view: "conflicts", status: "warning"}), run.warnings,
               "unlikely, but possible", "warning"),
           tile(
               link("index", {view: "councils"}), run.councils,
               run.councils === 1 ? "council" : "councils", ""),
           tile(
               link("index", {view: "articles"}), run.articles,
               run.articles === 1 ? "article" : "articles", ""),
           tile(
               link("review", {}), run.facts, run.facts === 1 ? "fact to check" : "facts to check",
               "")),
        el("div", {class: "card"}, shares(run)));
  }

  const where = (item) => recount.contestLink(item.place, item.election);

  function placeTitle(item) {
    return [el("bdi", {}, item.name), " ", el("span", {class: "day"}, recount.day(item.election))];
  }

  function conflictItem(conflict) {
    const href = recount.contestLink(conflict.place, conflict.election, {conflict: conflict.id});
    return el(
        "li", {class: `card entry ${conflict.severity}`},
        el("p", {class: "kicker"}, recount.badge(conflict.severity), " ",
           recount.conflictName(conflict.conflict)),
        el("h3", {}, el("a", {href}, placeTitle(conflict))),
        el("p", {class: "message", dir: "auto"}, conflict.message),
        el("p", {class: "about"}, conflict.parties.map((id) => recount.party(id)),
           el("span", {}, recount.count(conflict.articles, "article"), ": ",
              conflict.sources.join("; "))));
  }

  function councilItem(contest) {
    const control = contest.control;
    return el(
        "li", {class: "row"}, el("h3", {}, el("a", {href: where(contest)}, placeTitle(contest))),
        el("span", {}, recount.badge(contest.status)),
        el("span", {class: "control"},
           control ?
               [
                 recount.party(control.party), " ",
                 recount.valueWords({measure: "control", ...control})
               ] :
               null),
        el("span", {class: "soft"}, recount.count(contest.facts, "fact"), ", ",
           recount.count(contest.articles, "article")));
  }

  function articleItem(article) {
    return el(
        "li", {class: "row"},
        el("h3", {},
           el("a", {href: link("article", {article: article.key})},
              el("bdi", {}, article.title ?? article.doc))),
        el("span", {class: "soft"}, el("bdi", {}, article.source ?? ""),
           article.source && article.published ? ", " : "",
           article.published ? recount.day(article.published) : ""),
        el("span", {class: "badges"},
           article.errors ? recount.badge("error", recount.count(article.errors, "contradiction")) :
                            null,
           " ",
           article.warnings ?
               recount.badge("warning", `${recount.number(article.warnings)} unlikely`) :
               null),
        el("span", {class: "soft"}, recount.count(article.facts, "fact")));
  }

  const RANKS = ["error", "warning", "agreed", "single"];
  const KINDS = ["council", "area", "all"];
  const byStatus = (a, b) => RANKS.indexOf(a.status) - RANKS.indexOf(b.status) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);  // stable: then by name
  const MAKERS = new Map(
      Object.entries({conflicts: conflictItem, councils: councilItem, articles: articleItem}));

  async function itemsOf(view, overview) {
    if (view === "articles") {
      const {articles} = await recount.load("articles");
      return [...articles].sort((a, b) => b.facts - a.facts);
    }
    return view === "conflicts" ? overview.conflicts : [...overview.contests].sort(byStatus);
  }

  function tabs(view, state) {
    return el(
        "nav", {class: "tabs", "aria-label": "What to list"},
        VIEWS.map(
            ([id, words]) =>
                el("a", {
                  href: link("index", recount.stateFor(id, state)),
                  "aria-current": id === view ? "true" : null
                },
                   words)));
  }

  function nothing(view, items) {
    if (items.length)
      return el(
          "p", {class: "empty"}, "Nothing here fits. ",
          el("a", {href: link("index", {view})}, "Show all"));
    const words = {
      conflicts: "No figure of these articles contradicts another.",
      councils: "No fact is about a council that could be told.",
      articles: "There are no articles."
    };
    return el("p", {class: "empty"}, words[view]);
  }

  recount.page(async (body) => {
    const run = await recount.run();
    const overview = await recount.load("overview");
    const elections = [...new Set(overview.contests.map((contest) => contest.election))]
                          .filter(Boolean)
                          .sort()
                          .reverse();
    recount.title(run.title);
    const lists = el("section", {class: "lists"});
    fill(
        body, el("p", {class: "crumbs"}, el("bdi", {}, run.title)),
        el("h1", {},
           `What ${recount.count(run.articles, "article")} ${run.articles === 1 ? "says" : "say"}`),
        summary(run), lists);

    let turn = 0;  // of the latest draw(): an earlier one that waits for its file gives way
    async function draw() {
      const mine = ++turn;
      const asked = recount.state();
      const known = VIEWS.some(([id]) => id === asked.view);
      const view = known ? asked.view : overview.conflicts.length ? "conflicts" : "councils";
      let state = recount.stateFor(view, asked);
      const items = await itemsOf(view, overview);
      if (mine !== turn) return;
      const found = el("p", {class: "found", role: "status"});
      const results = el("div");
      const shareable = el("div");
      const show = () => {
        const fitting = recount.filtered(view, items, state);
        fill(
            found,
            fitting.length === items.length ? recount.count(items.length, ONE_OF[view]) :
                                              `${recount.number(fitting.length)} of ${
                                                  recount.count(items.length, ONE_OF[view])}`);
        fill(
            results,
            fitting.length ? recount.longList(el("ul", {class: view}), fitting, MAKERS.get(view)) :
                             nothing(view, items));
        fill(shareable, tabs(view, state));
      };
      const change = (name, value) => {
        state = {...state, [name]: value};
        recount.remember("index", state);
        show();
      };
      fill(
          lists, el("h2", {class: "hidden"}, VIEWS.find(([id]) => id === view)[1]), shareable,
          recount.filterForm(view, run, elections, state, change), found, results);
      show();
    }
    addEventListener("hashchange", () => draw());
    await draw();
  });
})();
