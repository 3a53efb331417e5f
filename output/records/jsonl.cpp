// Method: facts are many and have few fields, so that a line is written piece by piece, with no
// JSON value in between. What is seldom, such as control characters or bytes that are no UTF-8, is
// left to nlohmann::json.
#include "output/records/jsonl.h"

#include <charconv>
#include <cmath>

#include "extractor/facts/fingerprint.h"
#include "extractor/text/unicode.h"
#include "output/records/json_values.h"

namespace recount {
namespace {

/// A JSON object being written.
class ObjectLine {
 public:
  explicit ObjectLine(std::size_t usual_size) { out_.reserve(usual_size); }

  void text(std::string_view key, std::string_view value) {
    begin(key);
    const std::size_t before = out_.size();
    out_ += '"';
    if (append_escaped(value)) {
      out_ += '"';
    } else {
      out_.resize(before);
      out_ += line_of(value);
    }
  }
  template <typename Text>
  void text(std::string_view key, const std::optional<Text>& value) {
    if (value) return text(key, std::string_view(*value));
    begin(key);
    out_ += "null";
  }
  void flag(std::string_view key, bool value) {
    begin(key);
    out_ += value ? "true" : "false";
  }
  void whole(std::string_view key, std::int64_t value) {
    begin(key);
    append_number(value);
  }
  /// With decimals in any case.
  void decimal(std::string_view key, double value) {
    begin(key);
    constexpr double kLeast = 0.001, kMost = 1e6;  // beyond them an exponent may be shorter
    if (value != 0 && !(std::fabs(value) >= kLeast && std::fabs(value) < kMost)) {
      out_ += line_of(value);
      return;
    }
    const std::size_t before = out_.size();
    append_number(value, std::chars_format::fixed);
    if (out_.find('.', before) == std::string::npos) out_ += ".0";
  }

  std::string take() {
    out_ += '}';
    return std::move(out_);
  }

 private:
  void begin(std::string_view key) {
    out_ += out_.empty() ? '{' : ',';
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }

  template <typename... Number>
  void append_number(Number... number) {
    char digits[32];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, number...).ptr);
  }

  /// False when something seldom stands in the text.
  bool append_escaped(std::string_view text) {
    std::size_t done = 0;
    for (std::uint32_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte >= 0x80) {
        const CodePoint character = decode_utf8(text, at);
        if (character.value < 0) return false;
        at += character.bytes;
        continue;
      }
      if (byte < 0x20) return false;
      if (byte == '"' || byte == '\\') {
        out_.append(text, done, at - done);
        out_ += '\\';
        done = at;
      }
      ++at;
    }
    out_.append(text, done);
    return true;
  }

  std::string out_;
};

}  // namespace

std::string to_json_line(const Fact& fact) {
  constexpr std::size_t kOther = 640;  // bytes beside the quote, mostly
  const Provenance& article = *fact.article;
  ObjectLine out(kOther + fact.quote.size());
  out.text("id", to_hex(fact.id));
  out.text("doc", article.doc);
  out.text("source", article.source);
  out.text("url", article.url);
  out.text("published", article.published);
  out.text("fingerprint", article.fingerprint);
  out.text("election", fact.election);
  out.text("election_id", fact.election_id);
  out.text("place_kind", place_kind_name(fact.place_kind));
  out.text("place", fact.place);
  out.text("place_name", fact.place_name);
  out.text("party", fact.party);
  out.text("measure", measure_name(fact.measure));
  if (!fact.outcome.empty())
    out.text("value", fact.outcome);
  else if (is_whole(fact.number))
    out.whole("value", static_cast<std::int64_t>(fact.number));
  else
    out.decimal("value", fact.number);
  out.text("bound", fact.bound);
  out.flag("partial", fact.partial);
  out.text("baseline", fact.baseline);
  out.text("quote", fact.quote);
  out.whole("start", fact.start);
  out.whole("end", fact.end);
  out.text("rule", fact.rule);
  out.decimal("confidence", std::round(fact.confidence * 1000) / 1000);
  return out.take();
}

}  // namespace recount
