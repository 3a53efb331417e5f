// A checker's verdicts: kept in the browser for this run, saved and read as lines of JSON.
"use strict";

(() => {
  const VERDICTS = new Set(["accept", "reject", "correct"]);
  const CORRECTED = new Set([
    "measure", "value", "party", "place_kind", "place", "place_name", "election", "bound", "partial"
  ]);

  /** A verdict with its keys in the order of the file, or null when `read` is none. */
  function verdictOf(read) {
    if (typeof read !== "object" || read === null) return null;
    const {fact, doc, verdict, corrected, note, time} = read;
    if (!/^[0-9a-f]{16}$/.test(fact) || typeof doc !== "string" || !VERDICTS.has(verdict))
      return null;
    if ((verdict === "correct") !== (typeof corrected === "object" && (corrected ?? null) !== null))
      return null;
    if (corrected && !Object.keys(corrected).every((key) => CORRECTED.has(key))) return null;
    return {
      fact,
      doc,
      verdict,
      corrected: corrected ?? null,
      note: typeof note === "string" && note ? note : null,
      time: typeof time === "string" ? time : null
    };
  }

  /**
   * The verdicts on the facts of run `id`, from this browser. `changed(problem)` is called after
   * each change; `problem`: why it could not be kept, or null.
   */
  function openVerdicts(id, changed) {
    const name = `recount.verdicts.${id}`;
    let verdicts = new Map();

    function take() {
      verdicts = new Map();
      try {
        for (const read of JSON.parse(localStorage.getItem(name) ?? "[]")) {
          const verdict = verdictOf(read);
          if (verdict) verdicts.set(verdict.fact, verdict);
        }
      } catch {
        // Storage is closed, or holds something else: begin with nothing; keep() tells of the
        // first.
      }
    }

    function keep() {
      let problem = null;
      try {
        localStorage.setItem(name, JSON.stringify([...verdicts.values()]));
      } catch {
        problem =
            "This browser does not keep the verdicts: save them as a file before you leave the page.";
      }
      changed(problem);
    }

    addEventListener("storage", (event) => {
      if (event.key !== name) return;
      take();  // another window of this report has changed them
      changed(null);
    });
    take();

    return {
      get: (fact) => verdicts.get(fact.id),
      size: () => verdicts.size,
      set(fact, verdict, corrected, note) {
        verdicts.set(fact.id, verdictOf({
                       fact: fact.id,
                       doc: fact.doc,
                       verdict,
                       corrected,
                       note,
                       time: new Date().toISOString()
                     }));
        keep();
      },
      remove(fact) {
        verdicts.delete(fact.id);
        keep();
      },
      /** All of them, one JSON object a line. */
      lines: () => [...verdicts.values()].map((verdict) => `${JSON.stringify(verdict)}\n`).join(""),
      /**
         Adds the verdicts of a file; a later one on the same fact counts. Returns how many, and
         which lines were none.
       */
      read(text) {
        const faults = [];
        let count = 0;
        text.split("\n").forEach((line, i) => {
          if (!line.trim()) return;
          let verdict = null;
          try {
            verdict = verdictOf(JSON.parse(line));
          } catch {
            // No JSON: a fault like any other.
          }
          if (verdict) {
            verdicts.set(verdict.fact, verdict);
            ++count;
          } else {
            faults.push(i + 1);
          }
        });
        keep();
        return {count, faults};
      },
    };
  }

  Object.assign(recount, {openVerdicts});
})();
