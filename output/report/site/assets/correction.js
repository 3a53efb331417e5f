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

  const isElection = (words) => /^\d{4}(-\d\d-\d\d)?$/.test(words);

  /** What differs from the fact, or a message. */
  function changes(fact, fields) {
    const corrected = {};
    const value = valueOf(fields.value.value);
    if (value === null)
      return {
        problem: "The value must be a number, or gain, hold, loss or now.",
        field: fields.value
      };
    const election = fields.election.value.trim();
    if (election && !isElection(election))
      return {
        problem: "The election must be a day such as 2023-05-04, or a year.",
        field: fields.election
      };
    if (fields.measure.value !== fact.measure) corrected.measure = fields.measure.value;
    if (value !== fact.value) corrected.value = value;
    if ((fields.party.value || null) !== fact.party) corrected.party = fields.party.value || null;
    const place = fields.place.value.trim();
    if (place !== (fact.place_name ?? "")) corrected.place_name = place || null;
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
   * The form, filled with the fact or with what was corrected before. `done(corrected, note)` when
   * it is sent and differs; `cancel()` on Escape or by its button.
   */
  function correctionForm(fact, earlier, parties, done, cancel) {
    const now = {...fact, ...earlier?.corrected};
    const known =
        parties.map(({id, name}) => [id, name]).sort((a, b) => a[1].localeCompare(b[1], "en-GB"));
    if (now.party && !known.some(([id]) => id === now.party)) known.push([now.party, now.party]);
    const fields = {
      value: el("input", {value: now.value, required: true, autocomplete: "off"}),
      measure: select(recount.figureNames(), now.measure),
      party: select([["", "No party"], ...known], now.party ?? ""),
      place: el("input", {value: now.place_name ?? "", autocomplete: "off"}),
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
        problem,
        el("p", {class: "buttons"}, el("button", {class: "main"}, "Save the correction"), " ",
           el("button", {type: "button", onclick: cancel}, "Cancel")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const result = changes(fact, fields);
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
