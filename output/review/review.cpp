#include "output/review/review.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "extractor/facts/fingerprint.h"

namespace recount {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> kOpinions{"accept", "reject", "correct"};

constexpr std::array<std::string_view, 9> kCorrectable{"measure",    "value", "party",
                                                       "place_kind", "place", "place_name",
                                                       "election",   "bound", "partial"};

constexpr std::size_t kIdDigits = 16;

Error bad(const std::string& key, const std::string& expected) {
  return {ErrorCode::kBadRecord, "\"" + key + "\": expected " + expected};
}

/// Text under that key; empty when it is null or missing, nothing when it is something else.
std::optional<std::string> text_or_null(const json& record, const char* key) {
  const auto at = record.find(key);
  if (at == record.end() || at->is_null()) return std::string();
  if (!at->is_string()) return std::nullopt;
  return at->get<std::string>();
}

std::optional<std::uint64_t> id_of(const std::string& digits) {
  std::uint64_t id = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, fault] = std::from_chars(digits.data(), end, id, 16);
  if (digits.size() != kIdDigits || fault != std::errc() || stop != end) return std::nullopt;
  return id;
}

/// What is wrong with corrections, or nothing.
std::optional<Error> fault_of(const json& corrections) {
  if (!corrections.is_object() || corrections.empty())
    return bad("corrected", "an object with the fields that change");
  for (const auto& [key, value] : corrections.items()) {
    if (std::ranges::find(kCorrectable, key) == kCorrectable.end())
      return bad("corrected", "a field that can be corrected, not \"" + key + "\"");
    if (value.is_structured()) return bad(key, "a value");
  }
  return std::nullopt;
}

}  // namespace

std::string_view opinion_name(Opinion opinion) {
  return kOpinions[static_cast<std::size_t>(opinion)];
}

void Review::add(CheckedFact checked) { by_fact_[checked.fact] = std::move(checked); }

const CheckedFact* Review::find(std::uint64_t fact) const {
  const auto at = by_fact_.find(fact);
  return at == by_fact_.end() ? nullptr : &at->second;
}

std::uint64_t Review::hash() const {
  std::uint64_t out = hash_bytes("");
  for (const auto& [id, checked] : by_fact_) {
    const std::string digits = to_hex(id);
    for (const std::string_view part : {std::string_view(digits), opinion_name(checked.opinion),
                                        std::string_view(checked.corrected)})
      out = hash_bytes(part, hash_bytes("\t", out));
  }
  return out;
}

Result<CheckedFact> parse_checked_fact(std::string_view line) {
  const json record = json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!record.is_object()) return Error{ErrorCode::kBadRecord, "expected a JSON object"};
  CheckedFact out;
  const std::optional<std::uint64_t> id = id_of(text_or_null(record, "fact").value_or(""));
  if (!id) return bad("fact", "the id of a fact, 16 hex digits");
  out.fact = *id;
  for (const auto& [key, field] :
       {std::pair{"doc", &out.doc}, std::pair{"note", &out.note}, std::pair{"time", &out.time}}) {
    std::optional<std::string> text = text_or_null(record, key);
    if (!text) return bad(key, "a string or null");
    *field = std::move(*text);
  }
  const auto opinion = std::ranges::find(kOpinions, text_or_null(record, "verdict").value_or(""));
  if (opinion == kOpinions.end()) return bad("verdict", "accept, reject or correct");
  out.opinion = static_cast<Opinion>(opinion - kOpinions.begin());
  const json corrections = record.value("corrected", json());
  if (out.opinion == Opinion::kCorrect || !corrections.is_null()) {
    if (std::optional<Error> fault = fault_of(corrections)) return *fault;
    if (out.opinion != Opinion::kCorrect) return bad("corrected", "null, as nothing is corrected");
    out.corrected = corrections.dump(-1, ' ', false, json::error_handler_t::replace);
  }
  return out;
}

Review read_review(const std::string& path, std::vector<Error>& errors) {
  Review out;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    errors.push_back(
        {ErrorCode::kUnreadable, path + ": cannot be opened: " + std::strerror(errno)});
    return out;
  }
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Result<CheckedFact> checked = parse_checked_fact(line);
    if (checked.ok()) {
      out.add(std::move(checked.value()));
    } else {
      errors.push_back({checked.error().code,
                        path + ":" + std::to_string(number) + ": " + checked.error().message});
    }
  }
  if (in.bad()) errors.push_back({ErrorCode::kUnreadable, path + ": cannot be read to its end"});
  return out;
}

}  // namespace recount
