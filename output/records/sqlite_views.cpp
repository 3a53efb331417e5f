// The questions that a person asks first. A figure that several documents tell is told once, with
// how many tell it; of several figures for one thing the one that most documents tell stands, then
// the surest. What is only a running count, a limit or a rough figure is left out.
#include <array>

#include "output/records/sqlite_schema.h"

namespace recount {
namespace {

constexpr std::array kViews{
    View{"facts_with_documents", "Facts with their documents",
         "Each fact with what is known about its document", R"sql(
SELECT f.id, f.doc, d.title, d.source, d.url, d.published, f.election, f.election_id, f.place_kind,
       f.place, f.place_name, f.party, p.name AS party_name, f.measure, f.number, f.outcome,
       f.bound, f.partial, f.baseline, f.quote, f.start, f."end", f.rule, f.confidence
FROM facts AS f
JOIN documents AS d ON d.doc = f.doc
LEFT JOIN parties AS p ON p.party = f.party)sql"},

    View{"figures", "Figures of councils",
         "Each exact, final figure of a council with how many documents tell it", R"sql(
SELECT election, place, place_name, party, measure, baseline, number,
       count(DISTINCT doc) AS documents, max(confidence) AS confidence, min(rowid) AS example
FROM facts
WHERE place_kind = 'council' AND outcome IS NULL AND bound = 'exact' AND partial = 0
GROUP BY measure, place, election, party, baseline, number)sql"},

    View{"best_figures", "Best figure for each thing",
         "Of the figures told for one thing, the one that most documents tell, then the surest",
         R"sql(
SELECT *
FROM (
  SELECT *,
         count(*) OVER (PARTITION BY measure, place, election, party) AS told,
         row_number() OVER (
           PARTITION BY measure, place, election, party
           ORDER BY documents DESC, confidence DESC, example
         ) AS choice
  FROM figures
)
WHERE choice = 1)sql"},

    View{"latest_composition", "Latest composition by council",
         "Seats of each party after the last election for which any are told", R"sql(
SELECT b.place, b.place_name AS council, b.election, b.party, coalesce(p.name, b.party) AS party_name,
       b.number AS seats, b.documents, b.told AS figures_told, b.confidence, f.quote, f.doc
FROM best_figures AS b
JOIN (
  SELECT place, max(election) AS election FROM facts
  WHERE measure = 'seats' AND place_kind = 'council' AND bound = 'exact' AND partial = 0
  GROUP BY place
) AS latest ON latest.place = b.place AND latest.election = b.election
JOIN facts AS f ON f.rowid = b.example
LEFT JOIN parties AS p ON p.party = b.party
WHERE b.measure = 'seats'
ORDER BY council, seats DESC, party_name)sql"},

    View{"gains_and_losses", "Gains and losses by council",
         "Net change in seats of each party in each council", R"sql(
SELECT b.election, b.place, b.place_name AS council, b.party, coalesce(p.name, b.party) AS party_name,
       b.number AS change, b.documents, b.told AS figures_told, b.confidence, f.quote, f.doc
FROM best_figures AS b
JOIN facts AS f ON f.rowid = b.example
LEFT JOIN parties AS p ON p.party = b.party
WHERE b.measure = 'seats_change'
ORDER BY b.election DESC, abs(change) DESC, council)sql"},

    View{"gains_and_losses_by_party", "Gains and losses by party",
         "Seats that each party gained and lost in the councils whose changes are told", R"sql(
SELECT election, party, party_name,
       sum(max(change, 0)) AS gained, sum(min(change, 0)) AS lost, sum(change) AS net,
       sum(change > 0) AS councils_up, sum(change < 0) AS councils_down, count(*) AS councils
FROM gains_and_losses
GROUP BY election, party, party_name
ORDER BY election DESC, net DESC)sql"},

    View{"control_changes", "Changes of control",
         "Councils that changed hands: who gained, who had control before", R"sql(
WITH told AS (
  SELECT election, place, place_name, party, measure, outcome, doc, confidence, rowid
  FROM facts
  WHERE place_kind = 'council' AND measure IN ('control', 'control_before') AND partial = 0
), changed AS (
  SELECT election, place, place_name, count(DISTINCT doc) AS documents
  FROM told
  WHERE outcome IN ('gain', 'loss')
  GROUP BY election, place, place_name
), ranked AS (
  SELECT election, place, party, max(rowid) AS example,
         measure = 'control_before' OR outcome = 'loss' AS before,
         row_number() OVER (
           PARTITION BY election, place, measure = 'control_before' OR outcome = 'loss'
           ORDER BY max(outcome = 'gain') DESC, count(DISTINCT doc) DESC, max(confidence) DESC, party
         ) AS choice
  FROM told
  GROUP BY election, place, party, before
)
SELECT c.election, c.place, c.place_name AS council,
       b.party AS party_before, a.party AS party_after,
       coalesce(pb.name, b.party) AS before, coalesce(pa.name, a.party) AS after,
       c.documents, f.quote, f.doc
FROM changed AS c
LEFT JOIN ranked AS b ON b.election IS c.election AND b.place = c.place AND b.before = 1
  AND b.choice = 1
LEFT JOIN ranked AS a ON a.election IS c.election AND a.place = c.place AND a.before = 0
  AND a.choice = 1
LEFT JOIN parties AS pb ON pb.party = b.party
LEFT JOIN parties AS pa ON pa.party = a.party
LEFT JOIN facts AS f ON f.rowid = coalesce(a.example, b.example)
WHERE a.party IS NOT b.party
ORDER BY c.election DESC, council)sql"},

    View{"contradictions", "Contradictions",
         "Figures for one thing on which documents differ, most documents first; a change is only "
         "compared with one that is measured against the same",
         R"sql(
SELECT election, place, place_name AS council, party, measure, baseline,
       count(*) AS figures_told, min(number) AS lowest, max(number) AS highest,
       sum(documents) AS documents,
       (
         SELECT json_group_array(json_object('figure', f.number, 'doc', f.doc, 'quote', f.quote))
         FROM facts AS f
         WHERE f.measure = figures.measure AND f.place = figures.place
           AND f.election IS figures.election AND f.party IS figures.party
           AND f.baseline IS figures.baseline
           AND f.place_kind = 'council' AND f.bound = 'exact' AND f.partial = 0
       ) AS said
FROM figures
GROUP BY measure, place, election, party, baseline
HAVING count(*) > 1 AND (
  SELECT count(DISTINCT f.doc) FROM facts AS f
  WHERE f.measure = figures.measure AND f.place = figures.place
    AND f.election IS figures.election AND f.party IS figures.party
    AND f.baseline IS figures.baseline
    AND f.place_kind = 'council' AND f.bound = 'exact' AND f.partial = 0
) > 1
ORDER BY documents DESC, council, measure)sql"},

    View{"contradictions_on_control", "Contradictions on control",
         "Councils of which documents say that different parties run them after the election",
         R"sql(
SELECT election, place, place_name AS council, count(DISTINCT party) AS parties_told,
       group_concat(DISTINCT party) AS parties, count(DISTINCT doc) AS documents,
       json_group_array(json_object('party', party, 'outcome', outcome, 'doc', doc,
                                    'quote', quote)) AS said
FROM facts
WHERE measure = 'control' AND outcome <> 'loss' AND place_kind = 'council' AND partial = 0
GROUP BY election, place, place_name
HAVING parties_told > 1 AND count(DISTINCT doc) > 1
ORDER BY documents DESC, council)sql"},

    View{"turnout_by_council", "Turnout by council", "Turnout, the lowest first", R"sql(
SELECT b.election, b.place, b.place_name AS council, b.number AS turnout, b.documents,
       b.told AS figures_told, b.confidence, f.quote, f.doc
FROM best_figures AS b
JOIN facts AS f ON f.rowid = b.example
WHERE b.measure = 'turnout'
ORDER BY b.election DESC, turnout)sql"},

    View{"council_elections", "Elections of councils",
         "One row for each election of a council with its main figures", R"sql(
WITH told AS MATERIALIZED (
  SELECT place, election,
         max(number) FILTER (WHERE measure = 'council_seats') AS council_seats,
         max(number) FILTER (WHERE measure = 'seats_contested') AS seats_contested,
         max(number) FILTER (WHERE measure = 'turnout') AS turnout,
         sum(number) FILTER (WHERE measure = 'seats') AS seats_told
  FROM best_figures
  WHERE measure IN ('council_seats', 'seats_contested', 'turnout', 'seats')
  GROUP BY place, election
)
SELECT e.election, e.place, e.place_name AS council, c.gss, c.code, e.election_id,
       t.council_seats, t.seats_contested, t.turnout, t.seats_told, e.documents, e.facts
FROM (
  SELECT election, place, place_name, max(election_id) AS election_id,
         count(DISTINCT doc) AS documents, count(*) AS facts
  FROM facts
  WHERE place_kind = 'council'
  GROUP BY place, election, place_name
) AS e
LEFT JOIN told AS t ON t.place = e.place AND t.election IS e.election
LEFT JOIN councils AS c ON c.place = e.place
ORDER BY e.election DESC, council)sql"},

    View{"national_totals", "Totals for areas and for all contests",
         "Seats, councils and shares of the vote that are told for more than one council", R"sql(
SELECT f.election, f.place_kind, f.place_name AS area, f.measure, f.party,
       coalesce(p.name, f.party) AS party_name, f.number, f.bound, f.partial,
       count(DISTINCT f.doc) AS documents, max(f.confidence) AS confidence, f.quote, f.doc
FROM facts AS f
LEFT JOIN parties AS p ON p.party = f.party
WHERE f.place_kind IN ('area', 'all') AND f.outcome IS NULL
GROUP BY f.election, f.place_kind, f.place, f.measure, f.party, f.number, f.bound, f.partial
ORDER BY f.election DESC, area, f.measure, f.party)sql"},

    View{"sources", "Sources", "Documents and facts of each publisher", R"sql(
SELECT source, count(*) AS documents, sum(facts) AS facts, min(published) AS first,
       max(published) AS last
FROM documents
GROUP BY source
ORDER BY facts DESC)sql"},
};

}  // namespace

std::span<const View> sqlite_views() { return kViews; }

}  // namespace recount
