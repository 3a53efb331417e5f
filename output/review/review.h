// What a person who checked facts against their articles says of them: `verdicts.jsonl`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"
#include "extractor/facts/fact.h"
#include "extractor/facts/registry.h"

namespace recount {

enum class Opinion : std::uint8_t {
  kAccept,   // the article says so
  kReject,   // it does not
  kCorrect,  // it says something near it: `corrected`
};
std::string_view opinion_name(Opinion opinion);

/// One line of the file.
struct CheckedFact {
  std::uint64_t fact = 0;  // id
  std::string doc;
  Opinion opinion = Opinion::kAccept;
  std::string corrected;  // a JSON object with the fields of the record that change; or empty
  std::string note;       // empty: none
  std::string time;       // as the file has it; empty: none
};

/// Who was checked, by the ids of facts. Immutable once read: any number of threads.
class Review {
 public:
  /// Takes a verdict; the last one of a fact counts.
  void add(CheckedFact checked);

  /// The verdict on the fact of that id; null when nobody has given one.
  const CheckedFact* find(std::uint64_t fact) const;
  std::size_t size() const { return by_fact_.size(); }
  bool empty() const { return by_fact_.empty(); }
  /// A hash of facts, opinions and corrections.
  std::uint64_t hash() const;

 private:
  std::map<std::uint64_t, CheckedFact> by_fact_;
};

/// The verdict in a line: a JSON object with `fact` (16 hex digits), `doc`, `verdict` (accept,
/// reject or correct), `corrected` (null, or an object with some of measure, value, party,
/// place_kind, place, place_name, election, bound and partial), `note` and `time`. Keys of other
/// names are passed over; note, time and corrected may be missing. Error kBadRecord, without the
/// place of the line.
Result<CheckedFact> parse_checked_fact(std::string_view line);

/// Reads a file of such lines. A line that holds no verdict goes to `errors` as kBadRecord with the
/// file and the line, and the rest is read; kUnreadable when the file cannot be.
Review read_review(const std::string& path, std::vector<Error>& errors);

/// `fact` as `checked` has corrected it, with the id that it would have had: what hangs on a field
/// changes with it. A place that is given by name alone is looked up in `registry`, by its short or
/// full name in letters of any case; one that is not found there leaves the council unknown, so
/// that it is held against nothing. Error kBadRecord when the id of the place is not in `registry`,
/// or the result is no fact ("gain" for a number of seats). REQUIRES: checked.opinion is kCorrect.
Result<Fact> corrected(const Fact& fact, const CheckedFact& checked, const Registry& registry);

/// Facts by what a review has done to them.
struct ReviewCounts {
  std::size_t accepted = 0;
  std::size_t rejected = 0;
  std::size_t corrected = 0;
};

/// Leaves rejected facts out of `facts` and puts corrected ones in their places. A correction that
/// makes no fact is an error in `errors`, and the fact is left out as a rejected one: somebody has
/// found it wrong.
ReviewCounts apply_review(const Review& review, const Registry& registry, std::vector<Fact>& facts,
                          std::vector<Error>& errors);

}  // namespace recount
