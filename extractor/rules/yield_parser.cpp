#include "extractor/rules/yield_parser.h"

#include <algorithm>
#include <charconv>

namespace recount {
namespace {

class YieldParser {
 public:
  YieldParser(const Rule& rule, const Lexicon& lexicon, Yield& out, std::string& piece,
              std::string& message)
      : rule_(rule), lexicon_(lexicon), out_(out), piece_(piece), message_(message) {}

  bool parse(std::string_view text) {
    std::string_view rest = text;
    const std::string_view measure = next_word(rest);
    out_.head = measure == "head";
    const std::string_view value = out_.head ? std::string_view() : next_word(rest);
    if (!out_.head && value.empty()) return fail(text, "expected MEASURE VALUE");
    if (out_.head) {
      // no value of its own
    } else if (measure == "carry") {
      out_.carry = true;
    } else if (const auto known = measure_named(measure)) {
      out_.measure = *known;
    } else {
      return fail(measure, "no such measure");
    }
    if (!out_.head && !parse_value(value)) return false;
    for (std::string_view word; !(word = next_word(rest)).empty();) {
      const std::string_view argument = next_word(rest);
      if (argument.empty()) return fail(word, "expected a word after it");
      if (word == "of") {
        if (!parse_who(argument)) return false;
      } else if (word == "in") {
        out_.where = Where::kSlot;
        out_.where_slots = rule_.slots_named(argument);
        if (out_.where_slots.empty()) return fail(argument, "the pattern has no such slot");
      } else if (word == "if" && argument == "whole" && !out_.value_slots.empty()) {
        out_.whole = true;
      } else if (word == "if") {
        out_.condition = rule_.slots_named(argument);
        if (out_.condition.empty()) return fail(argument, "the pattern has no such slot");
      } else {
        return fail(word, "expected 'of', 'in' or 'if'");
      }
    }
    if (out_.head)
      return out_.who == Who::kNobody || out_.who == Who::kSlot ||
             fail(measure, "expected a slot for its party");
    if (out_.carry) return out_.who != Who::kNobody || fail("carry", "expected 'of' and a party");
    if (needs_party(out_.measure) != (out_.who != Who::kNobody)) {
      return fail(measure, needs_party(out_.measure) ? "the measure needs 'of' and a party"
                                                     : "the measure has no party");
    }
    return true;
  }

 private:
  bool fail(std::string_view piece, std::string_view message) {
    piece_ = piece;
    message_ = message;
    return false;
  }

  /// Takes the first word off; empty when there is none.
  static std::string_view next_word(std::string_view& rest) {
    constexpr std::string_view kSpaces = " \t\n";
    rest.remove_prefix(std::min(rest.find_first_not_of(kSpaces), rest.size()));
    const std::string_view word = rest.substr(0, rest.find_first_of(kSpaces));
    rest.remove_prefix(word.size());
    return word;
  }

  bool parse_value(std::string_view value) {
    const bool outcome = !out_.carry && is_outcome(out_.measure);
    if (outcome && value == "told" && out_.measure == Measure::kControl) {
      out_.told = true;
      out_.outcome = outcome_named("now");
      return true;
    }
    if (outcome) {
      out_.outcome = outcome_named(value);
      if (out_.outcome.empty() || (out_.measure != Measure::kControl && out_.outcome != "now"))
        return fail(value, "no value of this measure");
      return true;
    }
    if (!value.empty() && value.front() == '-' && value.size() > 1 &&
        (value[1] < '0' || value[1] > '9')) {
      out_.sign = -1;
      value.remove_prefix(1);
    }
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), out_.number);
    if (error == std::errc() && end == value.data() + value.size()) {
      out_.literal = true;
      return true;
    }
    if (const std::size_t star = value.find('*'); star != std::string_view::npos) {
      out_.factor_slots = rule_.slots_named(value.substr(0, star));
      if (out_.factor_slots.empty())
        return fail(value.substr(0, star), "the pattern has no such slot");
      value.remove_prefix(star + 1);
    }
    if (value == "same") {
      out_.same = true;
      return true;
    }
    out_.value_slots = rule_.slots_named(value);
    return !out_.value_slots.empty() || fail(value, "the pattern has no such slot");
  }

  bool parse_who(std::string_view who) {
    if (who == "subject")
      out_.who = Who::kSubject;
    else if (who == "last")
      out_.who = Who::kLast;
    else if (who == "first")
      out_.who = Who::kFirst;
    else if (who == "told")
      out_.who = Who::kTold;
    else if (who == "label")
      out_.who = Who::kLabel;
    else if (who.front() == '=') {
      out_.who = Who::kParty;
      out_.party = lexicon_.party_named(who.substr(1));
      if (out_.party == kNone) return fail(who, "no such party");
    } else {
      out_.who = Who::kSlot;
      out_.who_slots = rule_.slots_named(who);
      if (out_.who_slots.empty()) return fail(who, "the pattern has no such slot");
    }
    return true;
  }

  const Rule& rule_;
  const Lexicon& lexicon_;
  Yield& out_;
  std::string& piece_;
  std::string& message_;
};

}  // namespace

bool parse_yield(std::string_view text, const Rule& rule, const Lexicon& lexicon, Yield& out,
                 std::string& piece, std::string& message) {
  return YieldParser(rule, lexicon, out, piece, message).parse(text);
}

}  // namespace recount
