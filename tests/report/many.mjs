// Articles in the thousands, all invented, as lines of JSON.
import {readFileSync} from "node:fs";

const ELECTIONS = ["2023-05-04", "2019-05-02", "2015-05-07", "2011-05-05", "2007-05-03"];

/**
 * `count` articles on councils of `table` (patterns/places/councils.tsv), several on each
 * election; each tells of the nation and of all councils, too.
 */
export function manyArticles(count, table) {
  const rows =
      readFileSync(table, "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));
  const names = rows.filter((row) => row[3] === "district" && row[8] === "").map((row) => row[1]);
  return Array
      .from(
          {length: count},
          (_, i) => {
            const place = names[i % names.length];
            const election = (Math.floor(i / names.length)) % ELECTIONS.length;
            const seats = 20 + (i % names.length + election) % 7 +
                (i % 97 === 0 ? 1 : 0);  // now and then one too many
            const text =
                `Labour has won control of ${place} Council.\n\nThe party gained ${
                    seats - 14} seats, up from 14, and now has ` +
                `${seats} of the 59 on the council. Turnout was ${
                    25 +
                    (i % names.length) %
                        20}%.\n\nThe Conservatives have ${(i % names.length) % 13 + 2} seats.\n\n` +
                `Across England, Labour gained ${500 + i % 3} seats and the Conservatives lost ${
                    1000 + i % 5}. ` +
                `Nationally, the Greens gained ${240 + i % 2} seats.`;
            return `${JSON.stringify({
              id: `article-${i}`,
              title: `${place}: Labour wins, says paper ${i % 97}`,
              text,
              source: `Daily Paper ${i % 97}`,
              published: `${ELECTIONS[election].slice(0, 8)}09`
            })}\n`;
          })
      .join("");
}
