#include "cli/explanation.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "extractor/example_check.h"
#include "output/records/text_width.h"

namespace recount::cli {
namespace {

constexpr std::size_t kLabelWidth = 10;

/// How a kind of line is marked: its label and its colour on a terminal.
struct Style {
  const char* label;
  const char* code;
};

constexpr Style kMentions{"mentions", "2"};
constexpr Style kSketch{"sketch", "2"};
constexpr Style kFact{"fact", "1;32"};

Style style_of(TraceKind kind) {
  switch (kind) {
    case TraceKind::kRewrite:
      return {"rewritten", "36"};
    case TraceKind::kGuard:
      return {"guard", "33"};
    case TraceKind::kMatch:
      return {"fired", "36"};
    case TraceKind::kSkipped:
      return {"skipped", "2"};
    case TraceKind::kFrame:
      return {"filled", "34"};
    case TraceKind::kDropped:
      break;
  }
  return {"dropped", "31"};
}

class Explainer {
 public:
  Explainer(const Document& document, const std::vector<Fact>& facts, bool colour)
      : text_(document.text), facts_(facts), colour_(colour) {}

  void heading(const Document& document, const Trace& trace) {
    out_ += paint("1", printable(document.id)) + '\n';
    for (const std::string& line : trace.document) out_ += "  " + printable(line) + '\n';
  }

  void sentence(const TraceSentence& sentence) {
    out_ += '\n';
    out_ += paint("1", words(sentence.begin, sentence.end));
    out_ += paint("2", "  (bytes " + range(sentence.begin, sentence.end) +
                           (sentence.heading ? ", heading)" : ")")) +
            '\n';
    line(kMentions, mentions_of(sentence));
    line(kSketch, sentence.sketch);
    for (const TraceEvent& event : sentence.events) {
      line(style_of(event.kind),
           event.rule + "  \"" + words(event.begin, event.end) + "\"  " + printable(event.text));
    }
    for (const Fact& fact : facts_) {
      if (holds(sentence, fact.start)) fact_line(fact);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  std::string paint(const char* code, const std::string& text) const {
    return colour_ ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }

  static std::string range(std::uint32_t begin, std::uint32_t end) {
    return std::to_string(begin) + "-" + std::to_string(end);
  }

  std::string words(std::uint32_t begin, std::uint32_t end) const {
    return printable(std::string_view(text_).substr(begin, end - begin));
  }

  std::string mentions_of(const TraceSentence& sentence) const {
    std::string out;
    for (const TraceMention& mention : sentence.mentions) {
      if (!out.empty()) out += ' ';
      out += mention.symbol;
      if (!mention.detail.empty()) out += '=' + printable(mention.detail);
    }
    return out;
  }

  void line(const Style& style, const std::string& text) {
    if (text.empty()) return;
    out_ += "  " + paint(style.code, fit(style.label, kLabelWidth)) + text + '\n';
  }

  void fact_line(const Fact& fact) {
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", fact.confidence);
    line(kFact, example_text(fact) + "  \"" + printable(fact.quote) + "\"  (" + fact.rule + ", " +
                    confidence + ")");
  }

  const std::string& text_;
  const std::vector<Fact>& facts_;
  bool colour_;
  std::string out_;
};

bool passes(const TraceSentence& sentence, const ExplanationFilter& filter) {
  if (filter.at && !holds(sentence, *filter.at)) return false;
  if (!filter.rule.empty()) {
    return std::any_of(sentence.events.begin(), sentence.events.end(),
                       [&](const TraceEvent& event) { return event.rule == filter.rule; });
  }
  return filter.at || filter.all || !sentence.events.empty();
}

}  // namespace

bool holds(const TraceSentence& sentence, std::uint32_t byte) {
  return sentence.begin <= byte && byte < sentence.end;
}

std::string explanation(const Document& document, const Trace& trace,
                        const std::vector<Fact>& facts, const ExplanationFilter& filter,
                        bool colour) {
  Explainer explainer(document, facts, colour);
  explainer.heading(document, trace);
  for (const TraceSentence& sentence : trace.sentences) {
    if (passes(sentence, filter)) explainer.sentence(sentence);
  }
  return explainer.take();
}

}  // namespace recount::cli
