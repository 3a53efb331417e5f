// What the overview is narrowed down by: words as they are typed, election, nation, party, status.
"use strict";

(() => {
  const {el} = recount;
  const STATUSES = new Map(Object.entries({
    conflicts: [["error", "Contradictions"], ["warning", "Unlikely"]],
    councils: [
      ["error", "Contradicted"], ["warning", "Unlikely"], ["agreed", "Agreed"],
      ["single", "Told once"]
    ],
    articles: [
      ["error", "In a contradiction"], ["warning", "In something unlikely"], ["clear", "In neither"]
    ],
  }));

  /** Small letters without accents, for search. */
  function plain(words) {
    return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /**
   * What a search looks at of an item of overview.js or articles.js; kept, as it is needed for
   * each letter typed.
   */
  const haystacks = new WeakMap();
  function haystack(item) {
    if (!haystacks.has(item)) {
      haystacks.set(
          item,
          plain([
            item.name, item.title, item.doc, item.source, ...(item.sources ?? []),
            ...(item.places ?? []), item.election && recount.day(item.election),
            ...item.parties.map(recount.partyName)
          ].filter(Boolean)
                    .join(" ")));
    }
    return haystacks.get(item);
  }

  function statusFits(view, item, status) {
    if (!status) return true;
    if (view === "conflicts") return item.severity === status;
    if (view === "councils") return item.status === status;
    if (status === "error") return item.errors > 0;
    if (status === "warning") return item.warnings > 0;
    return item.errors + item.warnings === 0;
  }

  /** The items of a view that the state lets through, in their order. */
  function filtered(view, items, state) {
    const words = plain(state.q ?? "").split(/\s+/).filter(Boolean);
    const has = (one, many, wanted) => !wanted || one === wanted || many?.includes(wanted);
    return items.filter(
        (item) => has(item.election, item.elections, state.election) &&
            has(item.nation, item.nations, state.nation) && has(null, item.parties, state.party) &&
            statusFits(view, item, state.status) &&
            words.every((word) => haystack(item).includes(word)));
  }

  function select(name, label, options, state, change) {
    const field =
        el("select", {name, onchange: () => change(name, field.value)},
           el("option", {value: ""}, "All"),
           options.map(([value, words]) => el("option", {value}, words)));
    field.value = options.some(([value]) => value === state[name]) ? state[name] : "";
    return el("label", {class: "field"}, el("span", {}, label), field);
  }

  /** The fields; `change(name, value)` is called as they change. */
  function filterForm(view, run, elections, state, change) {
    const search = el("input", {
      type: "search",
      name: "q",
      value: state.q,
      autocomplete: "off",
      spellcheck: "false",
      placeholder: view === "articles" ? "Headline, publisher, place" : "Council, party, publisher",
      oninput: () => change("q", search.value)
    });
    const byName = (a, b) => a[1].localeCompare(b[1], "en-GB");
    return el(
        "form", {class: "filters", role: "search", onsubmit: (event) => event.preventDefault()},
        el("label", {class: "field wide"}, el("span", {}, "Search"), search),
        select(
            "election", "Election", elections.map((one) => [one, recount.day(one)]), state, change),
        select("nation", "Nation", run.nations.map(({id, name}) => [id, name]), state, change),
        select(
            "party", "Party", run.parties.map(({id, name}) => [id, name]).sort(byName), state,
            change),
        select("status", "Status", STATUSES.get(view), state, change));
  }

  /** The state in the order of the address, without what has no meaning in `view`. */
  function stateFor(view, {q, election, nation, party, status}) {
    const known = STATUSES.get(view).some(([value]) => value === status);
    return {view, q, election, nation, party, status: known ? status : null};
  }

  Object.assign(recount, {filtered, filterForm, stateFor});
})();
