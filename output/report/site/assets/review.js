// The review: a checker accepts, rejects or corrects one fact after the other.
"use strict";

(() => {
  const {el, fill, link} = recount;
  const KEYS = [
    ["j", "next"], ["k", "previous"], ["a", "accept"], ["r", "reject"], ["e", "correct"],
    ["n", "note"], ["u", "take back"], ["s", "save the file"]
  ];
  const ROWS = 10;

  /** Hands `text` to the browser as a file to keep. */
  function download(name, text) {
    const address = URL.createObjectURL(new Blob([text], {type: "application/jsonl"}));
    el("a", {href: address, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  recount.page(async (body) => {
    const run = await recount.run();
    const {places} = await recount.load("known-places");
    const said = el("p", {class: "said", role: "status"});
    const progress = el("p", {class: "soft"}), card = el("article", {class: "card current"}),
          list = el("ol", {class: "queue"});
    const range = el("p", {class: "soft range"});
    const problem = el("p", {class: "problem", role: "alert", hidden: true});
    const top = el("div"), note = el("input", {autocomplete: "off"});
    let facts = [], at = 0, queue = "worth", shown = "all", saved = true, editing = false,
        shortcuts = true;
    const verdicts = recount.openVerdicts(run.id, (trouble) => {
      saved = false;
      problem.hidden = !trouble;
      fill(problem, trouble);
      draw();
    });

    const listed = () =>
        facts.filter((fact, i) => shown === "all" || i === at || !verdicts.get(fact));
    const say = (...words) => fill(said, words);

    function buttons(fact) {
      const button = (key, words, action) =>
          el("button", {
            type: "button",
            class: `do-${key}`,
            onclick: action,
            "aria-keyshortcuts": shortcuts ? key : null
          },
             words, " ", el("kbd", {"aria-hidden": "true"}, key));
      const noteField =
          el("label", {class: "field note"}, el("span", {}, "Note (kept with the verdict)"), note);
      return [
        noteField,
        el("p", {class: "buttons"}, button("a", "Accept", () => decide("accept")),
           button("r", "Reject", () => decide("reject")), button("e", "Correct", edit),
           verdicts.get(fact) ? button("u", "Take back", undo) : null,
           button("k", "Previous", () => move(-1)), button("j", "Next", () => move(1)))
      ];
    }

    /** The rows around the current one: a long queue would be slow to draw for each key. */
    function drawList() {
      const all = listed(),
            first = Math.max(0, Math.min(all.indexOf(facts[at]) - 5, all.length - ROWS));
      fill(
          list,
          all.slice(first, first + ROWS)
              .map(
                  (fact) => recount.queueRow(
                      fact, verdicts.get(fact), fact === facts[at],
                      () => goTo(facts.indexOf(fact)))));
      list.setAttribute("start", first + 1);
      fill(
          range,
          all.length > ROWS ?
              `${recount.number(first + 1)} to ${
                  recount.number(
                      Math.min(first + ROWS, all.length))} of ${recount.number(all.length)}` :
              null);
    }

    function draw() {
      const done = facts.filter((fact) => verdicts.get(fact)).length;
      fill(
          progress,
          `${recount.number(done)} of ${recount.count(facts.length, "fact")} checked here, ${
              recount.number(verdicts.size())} in all`);
      const fact = facts[at];
      if (!fact)
        fill(card, el("p", {class: "empty"}, "There is no fact to check here."));
      else if (!editing) {
        note.value = verdicts.get(fact)?.note ?? "";
        fill(card, recount.factCard(fact, verdicts.get(fact), run.rules, buttons(fact)));
      }
      drawList();
    }

    function goTo(i, focus = true) {
      editing = false;
      at = Math.max(0, Math.min(facts.length - 1, i));
      recount.remember("review", {
        queue: queue === "worth" ? null : queue,
        show: shown === "all" ? null : shown,
        fact: facts[at]?.id
      });
      draw();
      if (focus) card.querySelector("h2")?.focus();
    }

    /** One step; past those that are checked when only the open ones are listed. */
    function move(step) {
      const all = listed();
      const next = all[all.indexOf(facts[at]) + step];
      if (next)
        goTo(facts.indexOf(next));
      else
        say(step > 0 ? "This is the last one." : "This is the first one.");
    }

    function decide(verdict, corrected = null, words = note.value.trim() || null) {
      const fact = facts[at];
      if (!fact) return;
      editing = false;
      verdicts.set(fact, verdict, corrected, words);
      const open = facts.findIndex((other, i) => i > at && !verdicts.get(other));
      say(recount.verdictName(verdict), ": ", recount.figureName(fact.measure), " ",
          recount.valueWords(fact), open < 0 ? ". No open fact follows." : ".");
      goTo(open < 0 ? at : open);
    }

    function undo() {
      if (!verdicts.get(facts[at])) return;
      verdicts.remove(facts[at]);
      say("Taken back.");
      goTo(at);
    }

    function edit() {
      const fact = facts[at];
      if (!fact) return;
      editing = true;
      const {form, first} = recount.correctionForm(
          fact, verdicts.get(fact), run.parties, places,
          (corrected, words) => decide("correct", corrected, words), () => goTo(at));
      fill(card, recount.factCard(fact, verdicts.get(fact), run.rules, form));
      first.focus();
      first.select();
    }

    function save() {
      if (!verdicts.size()) {
        say("There is no verdict to save yet.");
        return;
      }
      download("verdicts.jsonl", verdicts.lines());
      saved = true;
      say(`verdicts.jsonl with ${
          recount.count(verdicts.size(), "verdict")} was handed to the browser.`);
    }

    async function read(file) {
      const {count, faults} = verdicts.read(await file.text());
      say(`${recount.count(count, "verdict")} read from `, el("bdi", {}, file.name),
          faults.length ? `; no verdict on ${recount.count(faults.length, "line")}: ${
                              faults.slice(0, 5).join(", ")}${faults.length > 5 ? " …" : ""}.` :
                          ".");
    }

    function toolbar(name) {
      const open = el("input", {
        type: "checkbox",
        onchange: () => {
          shown = open.checked ? "open" : "all";
          goTo(at, false);
        }
      });
      open.checked = shown === "open";
      const keys = el("input", {
        type: "checkbox",
        onchange: () => {
          shortcuts = keys.checked;
          draw();
        }
      });
      keys.checked = shortcuts;
      const file = el("input", {
        type: "file",
        accept: ".jsonl",
        class: "hidden",
        tabindex: "-1",
        "aria-hidden": "true",
        onchange: () => {
          if (file.files[0]) read(file.files[0]);
          file.value = "";
        }
      });
      return el(
          "div", {class: "toolbar"},
          recount.queueField(
              run, queue, name,
              (value) => {
                location.hash = link("review", {queue: value}).split("#")[1];
              }),
          el("label", {class: "switch"}, open, " Only open ones"),
          el("label", {class: "switch"}, keys, " Keyboard shortcuts"),
          el("p", {class: "buttons"},
             el("button", {type: "button", class: "main", onclick: save}, "Save verdicts.jsonl",
                " ", el("kbd", {"aria-hidden": "true"}, "s")),
             el("button", {type: "button", onclick: () => file.click()}, "Read a file …"), file));
    }

    const help =
        el("details", {class: "card keys", open: matchMedia("(min-width: 60rem)").matches},
           el("summary", {}, "Keys, and what becomes of the verdicts"),
           el("dl", {},
              KEYS.map(
                  ([key, words]) =>
                      el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)))),
           el("p", {}, "The verdicts stay in this browser until you save them. ",
              el("code", {}, "recount eval --verdicts verdicts.jsonl facts.jsonl"),
              " tells how often each rule was right; ",
              el("code", {}, "recount extract --verdicts verdicts.jsonl"),
              " leaves out what you rejected."));

    let turn = 0;  // of the latest open(): an earlier one that waits for its file gives way
    async function open() {
      const mine = ++turn;
      const state = recount.state();
      const asked = state.queue ?? "worth";
      const {facts: its, total, name} = await recount.factsOf(asked);
      if (mine !== turn) return;
      [facts, queue, shown, editing] = [its, asked, state.show === "open" ? "open" : "all", false];
      const found = facts.findIndex((fact) => fact.id === state.fact);
      at = found >= 0 ? found : Math.max(0, facts.findIndex((fact) => !verdicts.get(fact)));
      const part = facts.length < total ?
          el("p", {class: "soft"},
             `These are ${recount.number(facts.length)} of ${recount.count(total, "fact")}. ` +
                 (queue === "worth" ?
                      "Those in conflicts come first, then the least sure. Choose a rule above for others." :
                      queue.startsWith("rule:") ? "They are spread evenly over all." :
                                                  "The others say the same as these.")) :
          null;
      fill(top, toolbar(name), part);
      draw();
    }

    const actions = new Map(Object.entries({
      j: () => move(1),
      k: () => move(-1),
      a: () => decide("accept"),
      r: () => decide("reject"),
      e: edit,
      n: () => note.focus(),
      u: undo,
      s: save
    }));
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target === note) card.querySelector("h2")?.focus();
      if (!shortcuts || event.ctrlKey || event.metaKey || event.altKey ||
          event.target.closest("input:not([type=checkbox]), select, textarea"))
        return;
      const action = actions.get(event.key);
      if (!action || (editing && event.key !== "j" && event.key !== "k")) return;
      event.preventDefault();
      action();
    });
    addEventListener("beforeunload", (event) => {
      if (!saved && !problem.hidden)
        event.preventDefault();  // only where the browser keeps nothing
    });
    addEventListener("hashchange", () => recount.page(open));

    recount.title("Review");
    await open();
    fill(
        body, el("h1", {}, "Review"),
        el("p", {class: "lead"},
           "Is this what the words say? Judge the figure against the quote, not against the world."),
        top, problem, progress, said,
        el("div", {class: "columns"}, card,
           el("section", {"aria-label": "Facts to check"}, list, range), help));
  });
})();
