#include <cmath>
#include <nlohmann/json.hpp>

#include "output/evaluation/confidence_bands.h"
#include "output/evaluation/report.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

/// Shares with four decimals, as a person would compare them.
double rounded(double share) { return std::round(share * 1e4) / 1e4; }

ordered_json tally_json(const Tally& tally, bool judged = true) {
  ordered_json out{{"gold", tally.gold()}, {"found", tally.found}, {"missed", tally.missed}};
  if (judged) {
    out["wrong"] = tally.wrong;
    out["precision"] = rounded(tally.precision());
  }
  out["recall"] = rounded(tally.recall());
  if (judged) out["f1"] = rounded(tally.f1());
  return out;
}

ordered_json complaint_json(const Complaint& complaint) {
  ordered_json out{{"doc", complaint.doc}, {"reading", complaint.reading}};
  if (complaint.wrong) {
    out["rule"] = complaint.note;
    out["confidence"] = std::round(complaint.confidence * 1e3) / 1e3;
  } else {
    out["grade"] = complaint.note;
  }
  out["quote"] = complaint.quote;
  out["sentence"] = complaint.sentence;
  return out;
}

ordered_json complaints_json(const std::vector<Complaint>& complaints) {
  ordered_json out = ordered_json::array();
  for (const Complaint& complaint : complaints) out.push_back(complaint_json(complaint));
  return out;
}

ordered_json difference_json(const Baseline& before, const Score& now) {
  const Difference difference = compare(before, now);
  return {{"then", tally_json(before.total)},
          {"won", complaints_json(difference.won)},
          {"lost", complaints_json(difference.lost)},
          {"no_longer_wrong", complaints_json(difference.mended)},
          {"newly_wrong", complaints_json(difference.broken)}};
}

/// Adds the complaints under `key` to `out`. What was expected of a faulty one, or nothing.
std::string take_complaints(const ordered_json& root, const char* key, bool wrong,
                            std::vector<Complaint>& out) {
  const std::string where = "\"" + std::string(key) + "\": expected ";
  const auto list = root.find(key);
  if (list == root.end() || !list->is_array()) return where + "a list";
  const auto text = [](const ordered_json& record, const char* name) {
    const auto value = record.find(name);
    return value != record.end() && value->is_string() ? value->get<std::string>() : std::string();
  };
  for (const ordered_json& record : *list) {
    if (!record.is_object()) return where + "objects";
    Complaint complaint;
    complaint.wrong = wrong;
    complaint.doc = text(record, "doc");
    complaint.reading = text(record, "reading");
    complaint.note = text(record, wrong ? "rule" : "grade");
    complaint.quote = text(record, "quote");
    complaint.sentence = text(record, "sentence");
    const auto confidence = record.find("confidence");
    if (confidence != record.end() && confidence->is_number())
      complaint.confidence = confidence->get<double>();
    if (complaint.doc.empty() || complaint.reading.empty())
      return where + "objects with \"doc\" and \"reading\"";
    out.push_back(std::move(complaint));
  }
  return {};
}

}  // namespace

std::string score_json(const Score& score, const Baseline* before) {
  ordered_json out{{"articles", score.articles}};
  out.update(tally_json(score.total));
  out["control_exact"] = rounded(score.control_exact.value());
  out["bound"] = rounded(score.bound.value());
  out["partial"] = rounded(score.partial.value());
  ordered_json& grades = out["by_grade"];
  for (const Grade grade : {Grade::kCore, Grade::kHard}) {
    grades[std::string(grade_name(grade))] =
        tally_json(score.by_grade[static_cast<std::size_t>(grade)], false);
  }
  ordered_json& measures = out["by_measure"] = ordered_json::object();
  for (std::size_t i = 0; i < kMeasureCount; ++i) {
    const Tally& tally = score.by_measure[i];
    if (tally.gold() + tally.wrong > 0)
      measures[std::string(measure_name(static_cast<Measure>(i)))] = tally_json(tally);
  }
  ordered_json& styles = out["by_style"] = ordered_json::object();
  for (const auto& [style, tally] : score.by_style) styles[style] = tally_json(tally);
  ordered_json& bands = out["by_confidence"] = ordered_json::array();
  for (const ConfidenceBand& band : confidence_bands(score.judged)) {
    bands.push_back({{"at_least", band.at_least},
                     {"facts", band.facts.of},
                     {"right", rounded(band.facts.value())}});
  }
  std::vector<Complaint> missed, wrong;
  for (const Complaint& complaint : score.complaints)
    (complaint.wrong ? wrong : missed).push_back(complaint);
  out["missed_facts"] = complaints_json(missed);
  out["wrong_facts"] = complaints_json(wrong);
  if (before != nullptr) out["since"] = difference_json(*before, score);
  return out.dump(1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

Result<Baseline> parse_baseline(std::string_view text) {
  const auto bad = [](std::string expected) {
    return Error{ErrorCode::kBadGold, std::move(expected)};
  };
  const ordered_json root = ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) return bad("expected the JSON object that --json writes");
  Baseline out;
  for (const auto& [key, field] :
       {std::pair{"found", &Tally::found}, {"missed", &Tally::missed}, {"wrong", &Tally::wrong}}) {
    const auto value = root.find(key);
    if (value == root.end() || !value->is_number_integer())
      return bad("\"" + std::string(key) + "\": expected a number of facts");
    out.total.*field = value->get<int>();
  }
  for (const bool wrong : {false, true}) {
    const std::string fault =
        take_complaints(root, wrong ? "wrong_facts" : "missed_facts", wrong, out.complaints);
    if (!fault.empty()) return bad(fault);
  }
  return out;
}

}  // namespace recount
