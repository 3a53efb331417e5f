// The page of an article: its text with every fact in place, the facts beside it.
"use strict";

(() => {
  const {el, fill, link} = recount;

  /** A fact in the list beside the text. */
  function factItem(fact, rules) {
    const verdict = recount.verdictLink(fact);
    return el(
        "li", {class: "card fact", id: `fact-${fact.id}`, "data-id": fact.id, tabindex: "-1"},
        el("p", {class: "says"}, recount.figure(fact)),
        el("p", {}, fact.status ? recount.badge(fact.status) : null, " ",
           el("span", {class: "soft"}, el("bdi", {}, recount.placeName(fact)), ", ",
              recount.day(fact.election))),
        el("p", {class: "about"}, recount.reason(fact, rules)),
        el("p", {class: "links"},
           el("a", {href: link("article", {...recount.state(), fact: fact.id})},
              "Show in the text"),
           verdict ? el("a", {href: verdict},
                        fact.conflicts.length ? "See the conflict" : "See the verdict") :
                     null));
  }

  function droppedItem(one) {
    return el(
        "li", {class: "card fact", "data-id": one.id}, el("p", {}, el("q", {}, one.words)),
        el("p", {}, one.reason),
        one.rule ? el("p", {class: "about"}, "Rule ", el("code", {}, one.rule),
                      one.rule_says ? ` (${one.rule_says})` : null) :
                                      null);
  }

  /** What pointing at a marked place shows. */
  function record(fact, rules) {
    if (fact.reason) return el("div", {}, el("p", {}, el("strong", {}, "Left out: "), fact.reason));
    return el(
        "div", {}, el("p", {class: "says"}, recount.figure(fact)),
        el("p", {class: "soft"}, el("bdi", {}, recount.placeName(fact)), ", ",
           recount.day(fact.election)),
        el("p", {class: "about"}, recount.reason(fact, rules)));
  }

  /** The card that floats under a marked place. Escape puts it away. */
  function floatingCard(text) {
    const card = el("div", {class: "floating card", hidden: true, role: "tooltip", id: "record"});
    let leaving = 0;
    function hide() {
      card.hidden = true;
    }
    function show(place, content) {
      clearTimeout(leaving);
      fill(card, content);
      card.hidden = false;
      const line = [...place.getClientRects()].at(-1), frame = text.getBoundingClientRect();
      const left = Math.min(line.left - frame.left, frame.width - card.offsetWidth);
      card.style.setProperty("left", `${Math.max(0, left)}px`);
      card.style.setProperty("top", `${line.bottom - frame.top + 4}px`);
    }
    const leave = () => {
      leaving = setTimeout(hide, 200);  // long enough to move onto the card
    };
    card.addEventListener("mouseenter", () => clearTimeout(leaving));
    card.addEventListener("mouseleave", leave);
    addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
    });
    return {card, hide, leave, show};
  }

  /**
   * Where a marked place leads: to the verdict on the chosen fact, else on one in a conflict, else
   * on the first; to the list beside the text when there is no verdict.
   */
  function target(things) {
    const {fact, ...state} = recount.state();
    const judged = things.filter((thing) => !thing.reason && thing.page);
    const one = judged.find(({id}) => id === fact) ??
        judged.find(({conflicts}) => conflicts.length) ?? judged[0];
    return one ? recount.verdictLink(one) :
                 link("article", {...state, fact: things[0].id, beside: 1});
  }

  /** The text; `things`: facts and what was left out, by id. */
  function textView(article, things, rules) {
    const text = el("div", {class: "text"});
    const floating = floatingCard(text);
    const wrap = (cluster, pieces) => {
      const its = [...new Set(cluster.map((mark) => mark.id))].map((id) => things.get(id));
      const show = () => floating.show(place, its.map((thing) => record(thing, rules)));
      const place =
          el("a", {
            class: "place",
            href: target(its),
            "aria-describedby": "record",
            onmouseenter: show,
            onfocus: show,
            onmouseleave: floating.leave,
            onblur: floating.hide
          },
             pieces);
      return place;
    };
    const marks = [...things.values()].map((thing) => ({
                                             id: thing.id,
                                             start: thing.start,
                                             end: thing.end,
                                             kind: thing.reason         ? "dropped" :
                                                 thing.conflicts.length ? "hit conflicting" :
                                                                          "hit"
                                           }));
    return fill(text, recount.highlighted(article.text, marks, wrap), floating.card);
  }

  function header(article) {
    const where = [
      article.source ? el("bdi", {}, article.source) : null,
      article.published ? recount.day(article.published) : null
    ].filter(Boolean).flatMap((part, i) => i ? [", ", part] : [part]);
    return [
      el("p", {class: "crumbs"}, el("a", {href: "index.html#view=articles"}, "All articles")),
      el("h1", {dir: "auto"}, article.title ?? article.doc),
      el("p", {class: "soft"}, where, where.length ? ". " : null,
         article.title ? ["Named ", el("bdi", {}, article.doc), " in the records. "] : null,
         article.url ? recount.webLink(article.url, "Where it was found") : null)
    ];
  }

  function withIds(article) {
    const bytes = new TextEncoder().encode(article.text ?? "");
    const words = ({start, end}) => new TextDecoder().decode(bytes.subarray(start, end));
    return article.dropped.map((one, i) => ({...one, id: `dropped-${i}`, words: words(one)}));
  }

  /** Marks the chosen fact in text and list, and brings it into view. */
  function reveal(body, id, beside) {
    const marks = [...body.querySelectorAll("mark[data-ids]")].filter(
        (mark) => mark.dataset.ids.split(" ").includes(id));
    for (const mark of marks) mark.classList.add("chosen");
    const item = body.querySelector(`[data-id="${CSS.escape(id)}"]`);
    item?.classList.add("chosen");
    const place = marks[0]?.closest(".place");
    const aim = beside || !place ? item : place;
    for (const node of aim === item ? [place, item] : [item, place]) {
      node?.scrollIntoView({block: node === place ? "center" : "nearest", behavior: "instant"});
    }
    aim?.focus({preventScroll: true});
  }

  function view(body, run, article, state) {
    recount.title(article.title ?? article.doc);
    const dropped = withIds(article), showDropped = state.dropped === "1";
    const things = new Map(
        [...article.facts, ...(showDropped ? dropped : [])].map((thing) => [thing.id, thing]));
    const box = el("input", {
      type: "checkbox",
      onchange: () => {
        location.hash =
            link("article", {...recount.state(), dropped: box.checked ? "1" : null, beside: null})
                .split("#")[1];
      }
    });
    box.checked = showDropped;
    const facts = article.facts.length ?
        el("ol", {class: "facts"}, article.facts.map((fact) => factItem(fact, run.rules))) :
        el("p", {class: "empty"}, "No fact was found in this article.");
    const left =
        el("label", {class: "switch"}, box,
           ` Show what was seen but left out (${recount.number(dropped.length)})`);
    fill(
        body, header(article),
        el("div", {class: "columns"},
           el("section", {class: "card reading", "aria-label": "Text"},
              article.text === null ?
                  el("p", {class: "empty"},
                     "The text of this article was not given to this report, only its facts.") :
                  textView(article, things, run.rules)),
           el("section", {class: "beside", "aria-labelledby": "facts"},
              el("h2", {id: "facts"}, recount.count(article.facts.length, "fact")),
              el("p", {class: "tools"}, dropped.length ? left : null,
                 article.facts.length ?
                     el("a", {href: link("review", {queue: `article:${article.key}`})},
                        "Check these facts") :
                     null),
              facts,
              showDropped && dropped.length ?
                  [
                    el("h2", {}, "Seen but left out"),
                    el("ol", {class: "facts"}, dropped.map(droppedItem))
                  ] :
                  null)));
    if (state.fact) reveal(body, state.fact, state.beside === "1");
  }

  recount.pageOfState(({article}) => recount.load(`articles/${article}`), view);
})();
