#include "output/evaluation/score.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "output/evaluation/reading.h"

namespace recount {
namespace {

constexpr std::size_t index(Measure measure) { return static_cast<std::size_t>(measure); }
constexpr std::size_t index(Grade grade) { return static_cast<std::size_t>(grade); }

double share(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<std::string> readings_of(const GoldFact& gold) {
  std::vector<std::string> out;
  for (const std::string& place : gold.places) {
    for (const Measure measure : gold.measures) {
      for (const std::string& value : gold.values) {
        for (const std::string& party : gold.parties)
          out.push_back(reading(place, party, measure, value));
      }
    }
  }
  return out;
}

std::string sentence_at(std::string_view text, const SentenceSpans& sentences, std::size_t at) {
  for (const auto& [begin, end] : sentences) {
    if (begin <= at && at < end) return std::string(text.substr(begin, end - begin));
  }
  return {};
}

/// Compares the facts of one article.
class Comparison {
 public:
  Comparison(const GoldArticle& gold, const std::vector<Fact>& facts, std::string_view text,
             const SentenceSpans& sentences, Score& score)
      : gold_(gold),
        facts_(facts),
        text_(text),
        sentences_(sentences),
        score_(score),
        style_(score.by_style[gold.style]) {}

  void run() {
    for (const Fact& fact : facts_) have_.emplace(reading(fact), &fact);
    for (const GoldFact& gold : gold_.facts) look_for(gold);
    for (const Fact& fact : facts_) judge(fact);
    ++score_.articles;
  }

 private:
  void look_for(const GoldFact& gold) {
    const std::vector<std::string> readings = readings_of(gold);
    const auto known =
        std::find_if(readings.begin(), readings.end(),
                     [this](const auto& candidate) { return have_.count(candidate) != 0; });
    const Fact* hit = known == readings.end() ? nullptr : have_.at(*known);
    const bool optional = gold.grade == Grade::kOptional;
    if (hit != nullptr) (optional ? open_ : right_).insert(*known);
    if (optional) return;
    count(&Tally::found, &Tally::missed, hit != nullptr, gold.measures.front());
    Tally& grade = score_.by_grade[index(gold.grade)];
    ++(hit != nullptr ? grade.found : grade.missed);
    if (hit == nullptr) return miss(gold, readings.front());
    if (gold.measures.front() == Measure::kControl)
      score_.control_exact.add(hit->outcome == gold.values.front());
    score_.bound.add(hit->bound == gold.bound);
    score_.partial.add(hit->partial == gold.partial);
  }

  void miss(const GoldFact& gold, const std::string& name) {
    Complaint complaint;
    complaint.doc = gold_.doc;
    complaint.reading = name;
    complaint.note = grade_name(gold.grade);
    complaint.quote = gold.quote;
    // Gold facts are in text order, so that of equal quotes the next one is meant.
    std::size_t at = text_.find(gold.quote, seen_);
    if (at == std::string_view::npos) at = text_.find(gold.quote);
    if (!gold.quote.empty() && at != std::string_view::npos) {
      complaint.sentence = sentence_at(text_, sentences_, at);
      seen_ = at;
    }
    score_.complaints.push_back(std::move(complaint));
  }

  /// Of facts of one reading, the first in the text stands for all.
  void judge(const Fact& fact) {
    const std::string name = reading(fact);
    if (have_.at(name) != &fact) return;
    const bool right = right_.count(name) != 0;
    if (!right && open_.count(name) != 0) return;
    const auto number = static_cast<std::size_t>(&fact - facts_.data());
    score_.judged.push_back({fact.confidence, right, number});
    if (right) return;
    count(&Tally::wrong, nullptr, true, fact.measure);
    Complaint complaint;
    complaint.wrong = true;
    complaint.doc = gold_.doc;
    complaint.reading = name;
    complaint.note = fact.rule;
    complaint.confidence = fact.confidence;
    complaint.quote = fact.quote;
    complaint.sentence = sentence_at(text_, sentences_, fact.start);
    score_.complaints.push_back(std::move(complaint));
  }

  void count(int Tally::*yes, int Tally::*no, bool which, Measure measure) {
    int Tally::*field = which ? yes : no;
    ++(score_.total.*field);
    ++(score_.by_measure[index(measure)].*field);
    ++(style_.*field);
  }

  const GoldArticle& gold_;
  const std::vector<Fact>& facts_;
  std::string_view text_;
  const SentenceSpans& sentences_;
  Score& score_;
  Tally& style_;
  std::map<std::string, const Fact*> have_;
  std::set<std::string> right_;  // readings that a gold fact backs
  std::set<std::string> open_;   // readings that only optional gold facts back
  std::size_t seen_ = 0;         // byte of the last quote that was looked up
};

}  // namespace

double Tally::precision() const { return share(found, found + wrong); }
double Tally::recall() const { return share(found, gold()); }
double Tally::f1() const {
  const double sum = precision() + recall();
  return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

void add_article(const GoldArticle& gold, const std::vector<Fact>& facts, std::string_view text,
                 const SentenceSpans& sentences, Score& score) {
  Comparison(gold, facts, text, sentences, score).run();
}

}  // namespace recount
