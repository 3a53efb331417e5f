// The form in which a checker says what a fact should have been.
"use strict";

(() => {
  const {el} = recount;
  const OUTCOMES = ["gain", "hold", "loss", "now"];

  /** A value as typed: a number, or gain, hold, loss, now. Null when it is neither. */
  function valueOf(words) {
    const typed = words.trim().toLowerCase().replace("−", "-").replace(/,/g, "").replace(/%$/, "");
    if (OUTCOMES.includes(typed)) return typed;
    return /^[+-]?\d+(\.\d+)?$/.test(typed) ? Number(typed) : null;
  }

  /**
   * Places to choose from, by what the field shows: the name, with the id where several have it.
   * `all` is no place but the sum of all.
   */
  function choices(places) {
    const named = new Map();  // how often
    for (const {name} of places) named.set(name, (named.get(name) ?? 0) + 1);
    const label = ({name, id}) => named.get(name) > 1 ? `${name} (${id})` : name;
    const all = {place_kind: "all", place: null, place_name: null};
    return new Map([
      ...places.map(
          (one) => [label(one), {place_kind: one.kind, place: one.id, place_name: one.name}]),
      [recount.placeName(all), all]
    ]);
  }

  /** What the words in the field stand for: a label or an id; null for neither. */
  function placeOf(words, known) {
    if (!words) return {place_kind: "unknown", place: null, place_name: null};
    const same = (a, b) => a?.localeCompare(b, "en-GB", {sensitivity: "accent"}) === 0;
    return [...known].find(([label, {place}]) => same(label, words) || same(place, words))?.[1] ??
        null;
  }

  const isElection = (words) => /^\d{4}(-\d\d-\d\d)?$/.test(words);

  /** What a place is called in the field. */
  function labelOf(fact, known) {
    const at = [...known].find(
        ([, one]) => one.place_kind === fact.place_kind && one.place === fact.place);
    return at?.[0] ?? fact.place_name ?? "";
  }

  /** What is wrong with a value of that measure, or null. */
  function faultOf(measure, value) {
    if (value === null) return "The value must be a number, or gain, hold, loss or now.";
    const wanted = recount.outcomesOf(measure), is = recount.figureName(measure);
    if (wanted.length && !wanted.includes(value))
      return `The value of “${is}” must be ${wanted.join(", ").replace(/, (?=\w+$)/, " or ")}.`;
    return !wanted.length && typeof value !== "number" ? `The value of “${is}” must be a number.` :
                                                         null;
  }

  /** What differs from the fact, or a message. `known`: as choices() gives them. */
  function changes(fact, fields, known) {
    const corrected = {};
    const measure = fields.measure.value, party = fields.party.value || null;
    const value = valueOf(fields.value.value);
    const fault = faultOf(measure, value);
    if (fault) return {problem: fault, field: fields.value};
    if (recount.isOfParty(measure) && !party)
      return {
        problem: `“${recount.figureName(measure)}” is a party’s: choose one.`,
        field: fields.party
      };
    const election = fields.election.value.trim();
    if (election && !isElection(election))
      return {
        problem: "The election must be a day such as 2023-05-04, or a year.",
        field: fields.election
      };
    const typed = fields.place.value.trim();
    const place = typed === labelOf(fact, known) ? fact : placeOf(typed, known);
    if (!place)
      return {
        problem: `“${typed}” is no council or area of the list. Choose one as you type, or leave ` +
            "the field empty when the quote does not tell which.",
        field: fields.place
      };
    if (measure !== fact.measure) corrected.measure = measure;
    if (value !== fact.value) corrected.value = value;
    if (party !== fact.party) corrected.party = party;
    if (place.place_kind !== fact.place_kind || place.place !== fact.place)
      Object.assign(corrected, place);
    if (election !== (fact.election ?? "")) corrected.election = election || null;
    if (!Object.keys(corrected).length)
      return {
        problem: "Nothing is changed yet. If the fact is right, accept it.",
        field: fields.value
      };
    return {corrected};
  }

  function select(options, value) {
    const field = el("select", {}, options.map(([id, words]) => el("option", {value: id}, words)));
    field.value = value;
    return field;
  }

  /**
   * The form, filled with the fact or with what was corrected before. `places`: of
   * known-places.js. `done(corrected, note)` when it is sent and differs; `cancel()` on Escape or
   * by its button.
   */
  function correctionForm(fact, earlier, parties, places, done, cancel) {
    const now = {...fact, ...earlier?.corrected};
    const named =
        parties.map(({id, name}) => [id, name]).sort((a, b) => a[1].localeCompare(b[1], "en-GB"));
    if (now.party && !named.some(([id]) => id === now.party)) named.push([now.party, now.party]);
    const known = choices(places);
    const list =
        el("datalist", {id: "places"}, [...known.keys()].map((value) => el("option", {value})));
    const fields = {
      value: el("input", {value: now.value, required: true, autocomplete: "off"}),
      measure: select(recount.figureNames(), now.measure),
      party: select([["", "No party"], ...named], now.party ?? ""),
      place: el("input", {value: labelOf(now, known), autocomplete: "off", list: "places"}),
      election:
          el("input", {value: now.election ?? "", autocomplete: "off", placeholder: "2023-05-04"}),
      note: el("input", {value: earlier?.note ?? "", autocomplete: "off"}),
    };
    const labels = {
      value: "Value",
      measure: "Figure",
      party: "Party",
      place: "Council or area",
      election: "Election",
      note: "Note"
    };
    const problem = el("p", {class: "problem", role: "alert", hidden: true});
    const form = el(
        "form", {class: "correct-form", "aria-label": "Correct this fact"},
        Object.entries(fields).map(
            ([name, field]) => el("label", {class: "field"}, el("span", {}, labels[name]), field)),
        list, problem,
        el("p", {class: "buttons"}, el("button", {class: "main"}, "Save the correction"), " ",
           el("button", {type: "button", onclick: cancel}, "Cancel")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const result = changes(fact, fields, known);
      if (result.corrected) {
        done(result.corrected, fields.note.value.trim() || null);
        return;
      }
      recount.fill(problem, result.problem);
      problem.hidden = false;
      result.field.focus();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") cancel();
    });
    return {form, first: fields.value};
  }

  Object.assign(recount, {correctionForm});
})();
