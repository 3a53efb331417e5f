// Articles and facts as an enemy would write them: each string tries to be more than text.
export const MARKUP =
    `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"><svg onload=window.hacked=3>`;
export const BROKEN =
    "&lt;b&gt; &#x3c;i&#62; &amp &notanentity; </p></main><!-- ]]> --> {{1+1}} ${1+1}";
export const TURNED = "\u202e33 ot nish\u202c \u2066left\u2069 \u200e\u200f\u2028\u0007";
export const LINK = "javascript:window.hacked=4//";

const TEXT =
    `${MARKUP}\n\nLabour gained 13 seats ${BROKEN} in Medway ${TURNED} to finish on 33.\n\n` +
    `<a href="${LINK}">Labour</a> now has 38 of the 59 seats.\n`;

/** Files of the folder of texts: [name, content]. The last is not UTF-8. */
export function hostileArticles() {
  const meta = {source: MARKUP, url: LINK, title: `${BROKEN} ${MARKUP}`, published: "2023-05-05"};
  return [
    ["hostile.txt", TEXT],
    ["hostile.meta.json", JSON.stringify(meta)],
    [
      "broken.txt", Buffer.concat([
        Buffer.from("Labour gained 13 seats "), Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
        Buffer.from(" in Medway.\n")
      ])
    ],
  ];
}

let made = 0;
function fact(words, changes = {}) {
  const start = Buffer.byteLength(TEXT.slice(0, TEXT.indexOf(words)));
  return {
    id: (0xabc000 + made++).toString(16).padStart(16, "0"),
    doc: "hostile",
    source: MARKUP,
    url: LINK,
    published: "2023-05-05",
    fingerprint: "bc0065119004fe40",
    election: "2023-05-04",
    election_id: "local.medway.2023-05-04",
    place_kind: "council",
    place: "medway",
    place_name: "Medway",
    party: "labour",
    measure: "seats",
    value: 33,
    bound: "exact",
    partial: false,
    baseline: null,
    quote: words,
    start,
    end: start + Buffer.byteLength(words),
    rule: "seats.have-seats",
    confidence: 0.9,
    ...changes,
  };
}

/** Lines of facts that hold the strings in every place where one can stand. */
export function hostileFacts() {
  const change = `Labour gained 13 seats ${BROKEN} in Medway ${TURNED} to finish on 33`;
  const facts = [
    fact(change, {measure: "seats_change", value: 13}),
    fact("finish on 33"),
    fact("now has 38", {value: 38}),
    fact(MARKUP, {measure: "seats_before", value: 20, rule: MARKUP}),
    fact("now has 38", {party: "__proto__", value: 1}),
    fact("now has 38", {party: "constructor", value: 2}),
    fact("now has 38", {party: MARKUP, value: 3}),
    fact("now has 38", {place: "../../outside", place_name: MARKUP}),
    fact("now has 38", {place: "__proto__", place_name: TURNED}),
    fact("now has 38", {doc: `../../${MARKUP}`}),
    fact("now has 38", {doc: "__proto__"}),
    fact("now has 38", {start: 999990, end: 999999}),
    fact("now has 38", {start: 1, end: 999999}),
    fact("gained 13 seats", {doc: "broken", start: 7, end: 22}),
    fact("finish on 33", {place: "swale", place_name: "Swale", value: 34}),
    fact("finish on 33", {place: "swale", place_name: "Swale", election: null}),
  ];
  return facts.map((one) => `${JSON.stringify(one)}\n`).join("");
}
