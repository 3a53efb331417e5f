// The text of an article with places marked in it. Places are bytes of the text in UTF-8.
"use strict";

(() => {
  const {el} = recount;
  const decoder = new TextDecoder();

  /** Paragraphs of `bytes` as [begin, end), without empty ones. */
  function paragraphs(bytes) {
    const found = [];
    for (let begin = 0; begin < bytes.length;) {
      let end = bytes.indexOf(10, begin);
      if (end < 0) end = bytes.length;
      if (end > begin) found.push([begin, end]);
      begin = end + 1;
    }
    return found;
  }

  /** Marks that lie within the paragraph, cut to it. */
  function within(marks, [begin, end]) {
    return marks.filter((mark) => mark.start < end && mark.end > begin && mark.start < mark.end)
        .map(
            (mark) =>
                ({...mark, start: Math.max(begin, mark.start), end: Math.min(end, mark.end)}));
  }

  /** Marks that overlap belong together: lists of them in order. */
  function clusters(marks) {
    const found = [];
    let reach = -1;
    for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (mark.start < reach)
        found.at(-1).push(mark);
      else
        found.push([mark]);
      reach = Math.max(reach, mark.end);
    }
    return found;
  }

  /** The pieces of a cluster: each is covered by the same marks from its begin to its end. */
  function pieces(bytes, cluster) {
    const cuts =
        [...new Set(cluster.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b);
    return cuts.slice(0, -1).map((begin, i) => {
      const over = cluster.filter((mark) => mark.start <= begin && mark.end >= cuts[i + 1]);
      const kinds = [...new Set(over.map((mark) => mark.kind))];
      return el(
          "mark", {class: kinds.join(" "), "data-ids": over.map((mark) => mark.id).join(" ")},
          decoder.decode(bytes.subarray(begin, cuts[i + 1])));
    });
  }

  /**
   * Paragraphs of `text`. `marks`: {id, start, end, kind}. `wrap(cluster, pieces)` makes the
   * element for marks that overlap: what can be pointed at or reached with the Tab key.
   */
  function highlighted(text, marks, wrap) {
    const bytes = new TextEncoder().encode(text);
    return paragraphs(bytes).map((paragraph) => {
      const nodes = [];
      let at = paragraph[0];
      for (const cluster of clusters(within(marks, paragraph))) {
        nodes.push(
            decoder.decode(bytes.subarray(at, cluster[0].start)),
            wrap(cluster, pieces(bytes, cluster)));
        at = Math.max(...cluster.map((mark) => mark.end));
      }
      return el("p", {dir: "auto"}, nodes, decoder.decode(bytes.subarray(at, paragraph[1])));
    });
  }

  Object.assign(recount, {highlighted});
})();
