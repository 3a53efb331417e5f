// Figures, days and verdicts in words.
"use strict";

(() => {
  const FIGURES = new Map(Object.entries({
    seats: "Seats",
    seats_before: "Seats before",
    seats_won: "Seats won",
    seats_change: "Change in seats",
    council_seats: "Size of the council",
    seats_contested: "Seats contested",
    majority: "Majority",
    majority_before: "Majority before",
    short_of_majority: "Short of a majority",
    control: "Control",
    control_before: "Control before",
    largest_party: "Largest party",
    councils: "Councils controlled",
    councils_change: "Change in councils",
    vote_share: "Share of the vote",
    turnout: "Turnout",
  }));
  const OUTCOMES = new Map(Object.entries({
    "control gain": "gained",
    "control hold": "held",
    "control loss": "lost",
    "control now": "in control",
    "control_before now": "in control",
    "largest_party now": "largest",
  }));
  // "No overall control" is no party: it cannot gain or hold anything.
  const NO_CONTROL = new Map(Object.entries({
    "control gain": "new",
    "control hold": "remains",
    "control loss": "ended",
    "control now": "in place",
    "control_before now": "in place",
  }));
  const BOUNDS =
      new Map(Object.entries({over: "more than ", under: "fewer than ", about: "about "}));
  const STATUS = new Map(Object.entries({
    agreed: "Agreed",
    single: "Told once",
    conflicting: "Contradicted",
    derived: "Worked out",
    replaced: "Replaced later",
    error: "Contradiction",
    warning: "Unlikely",
  }));
  const CONFLICTS = new Map(Object.entries({
    value: "One figure, two values",
    sum: "The parties’ seats do not add up",
    change: "Before, change and after do not fit",
    net: "Gains and losses do not balance",
    won: "Seats won and seats held do not fit",
    majority: "Majority and seats do not fit",
    short: "Short of a majority by another number",
    control: "Who is in control does not fit",
    largest: "The largest party is not the largest",
    range: "A figure beyond what is usual",
    share: "Shares of the vote exceed 100 percent",
    registry: "The council did not exist on that day",
    official: "Differs from the official result",
  }));
  const SIGNED = new Set(["seats_change", "councils_change"]);
  const PERCENT = new Set(["vote_share", "turnout"]);
  // Numbers of seats whose names do not say so.
  const SEATS = new Set(["council_seats", "majority", "majority_before", "short_of_majority"]);

  const NO_PARTY = new Set(["council_seats", "seats_contested", "turnout"]);
  const CONTROL = ["gain", "hold", "loss", "now"];

  /** Whether a figure is one of a party. */
  const isOfParty = (measure) => !NO_PARTY.has(measure);
  /** The words that are its values; empty for a number. */
  const outcomesOf = (measure) => measure === "control" ? CONTROL :
      OUTCOMES.has(`${measure} now`) ? ["now"] :
                                       [];
  const figureName = (measure) => FIGURES.get(measure) ?? measure;
  const figureNames = () => [...FIGURES];
  const statusName = (status) => STATUS.get(status) ?? status;
  const conflictName = (kind) => CONFLICTS.get(kind) ?? kind;

  /** 1,234; with a real minus sign. */
  function number(value) {
    return Number(value).toLocaleString("en-GB").replace("-", "−");
  }

  function amount(measure, value) {
    const digits = number(value);
    if (SIGNED.has(measure) && value > 0) return `+${digits}`;
    if (SEATS.has(measure)) return count(value, "seat");
    return PERCENT.has(measure) ? `${digits}%` : digits;
  }

  /**
   * The value of a fact or of a row of the consensus: "+13", "more than 450, so far", "gained";
   *  empty when there is none.
   */
  function valueWords(figure) {
    const {measure, value, party} = figure;
    if (typeof value === "number") {
      if (SIGNED.has(measure) && BOUNDS.has(figure.bound)) {
        return `${value < 0 ? "a loss of " : "a gain of "}${BOUNDS.get(figure.bound)}${
            number(Math.abs(value))}${figure.partial ? ", so far" : ""}`;
      }
      return (BOUNDS.get(figure.bound) ?? "") + amount(measure, value) +
          (figure.partial ? ", so far" : "");
    }
    if (value !== null) {
      const outcome = `${measure} ${value}`;
      return (party === "noc" ? NO_CONTROL : OUTCOMES).get(outcome) ?? String(value);
    }
    const low = figure.low ?? null, high = figure.high ?? null;
    if (low !== null && high !== null) return `${amount(measure, low)} to ${amount(measure, high)}`;
    if (low !== null) return `at least ${amount(measure, low)}`;
    if (high !== null) return `at most ${amount(measure, high)}`;
    return "";
  }

  /** "4 May 2023"; a year as it is. */
  function day(date) {
    if (!date) return "day unknown";
    const [, year, month, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
    if (!year) return date;
    return new Date(Date.UTC(+year, month - 1, +dayOfMonth))
        .toLocaleDateString(
            "en-GB", {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
  }

  /** The place of a fact for display. */
  function placeName(fact) {
    return fact.place_name ??
        (fact.place_kind === "all" ? "All councils together" : "A council that is not named");
  }

  /** "1 fact", "12 facts". */
  function count(n, one, many = `${one}s`) {
    return `${number(n)} ${n === 1 ? one : many}`;
  }

  Object.assign(recount, {
    conflictName,
    count,
    day,
    figureName,
    figureNames,
    isOfParty,
    number,
    outcomesOf,
    placeName,
    statusName,
    valueWords
  });
})();
