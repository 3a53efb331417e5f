// The picture of a chamber: an SVG that the program has drawn, taken over piece by piece.
"use strict";

(() => {
  const {el} = recount;
  const SVG = "http://www.w3.org/2000/svg";
  const ELEMENTS =
      new Set(["svg", "g", "circle", "rect", "line", "path", "text", "tspan", "title", "desc"]);
  const ATTRIBUTES = new Set([
    "class",
    "role",
    "aria-label",
    "viewBox",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "d",
    "dx",
    "dy",
    "points",
    "transform",
    "fill",
    "fill-opacity",
    "opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "text-anchor",
    "dominant-baseline",
    "font-size",
    "font-weight",
  ]);

  function copy(node) {
    if (node.nodeType === Node.TEXT_NODE)
      return document.createTextNode(recount.visible(node.data));
    if (node.nodeType !== Node.ELEMENT_NODE || node.namespaceURI !== SVG ||
        !ELEMENTS.has(node.localName))
      return null;
    const own = document.createElementNS(SVG, node.localName);
    for (const {name, value} of node.attributes) {
      if (ATTRIBUTES.has(name)) own.setAttribute(name, value);
    }
    for (const child of node.childNodes) {
      const copied = copy(child);
      if (copied) own.append(copied);
    }
    return own;
  }

  function legend(chart) {
    const parties = chart.legend.map(
        (entry) => el(
            "li", {}, el("span", {class: "letters"}, entry.letters), recount.party(entry.party),
            " ",
            entry.disputed && !entry.seats ? null : el("strong", {}, recount.number(entry.seats)),
            entry.disputed ? [" ", recount.badge("conflicting")] : null));
    const untold = chart.untold ? el("li", {}, el("span", {class: "letters"}),
                                     el("span", {class: "swatch open", "aria-hidden": "true"}),
                                     "not told ", el("strong", {}, recount.number(chart.untold))) :
                                  null;
    return el("ul", {class: "legend"}, parties, untold);
  }

  /** A figure with the picture and its legend; without the picture if that is no SVG. */
  function chartFigure(chart, name) {
    const root = copy(new DOMParser().parseFromString(chart.svg, "image/svg+xml").documentElement);
    const when = chart.when === "before" ? "Before the election" : "After the election";
    const size = chart.size ? `${recount.number(chart.size)} seats` : null;
    const majority = chart.majority ? `${recount.number(chart.majority)} for a majority` : null;
    return el(
        "figure", {class: "chart", "aria-label": `${name}, ${when.toLowerCase()}`},
        el("figcaption", {}, el("strong", {}, when),
           el("span", {class: "soft"}, [size, majority].filter(Boolean).join(", "))),
        root?.localName === "svg" ? root : null, legend(chart));
  }

  Object.assign(recount, {chartFigure});
})();
