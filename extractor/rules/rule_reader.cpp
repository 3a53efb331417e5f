#include "extractor/rules/rule_reader.h"

#include <algorithm>
#include <set>

#include "extractor/rules/yield_parser.h"

namespace recount {
namespace {

class RuleReader {
 public:
  RuleReader(const PatternFiles& files, const Lexicon& lexicon, const Macros& macros)
      : files_(files), lexicon_(lexicon), macros_(macros) {}

  void read(const RuleFile& file) {
    const std::optional<TomlTree> tree = read_pattern_file(files_, file.path, read_.faults);
    if (!tree) return;
    check_keys(file.path, "", tree->root(), {"rule"}, read_.faults);
    const TomlNode* rules = tree->root().list_at("rule");
    if (rules == nullptr) {
      read_.faults.add({file.path, 0, "", "rule", "expected a list of [[rule]] tables"});
      return;
    }
    for (const TomlNode& rule : *rules) {
      if (rule.is_table())
        load_rule(file.path, rule, file.kind);
      else
        read_.faults.add({file.path, rule.line, "", "rule", "expected a table"});
    }
  }

  ReadRules take() { return std::move(read_); }

 private:
  void load_rule(const std::string& path, const TomlNode& body, RuleKind kind) {
    Rule rule;
    rule.file = path;
    rule.kind = kind;
    rule.line = body.line;
    rule.id = body.text_at("id");
    rule.says = body.text_at("says");
    rule.source = body.text_at("pattern");
    const auto fault = [&](std::string piece, std::string message, std::size_t line = 0) {
      read_.faults.add({path, line == 0 ? rule.line : line, "rule " + rule.id, std::move(piece),
                        std::move(message)});
    };
    if (rule.id.empty()) return fault("id", "expected an id");
    if (!ids_.insert(rule.id).second) fault(rule.id, "the id is taken");
    if (rule.says.empty()) fault("says", "expected a sentence that says what the rule is for");
    PatternError error;
    rule.pattern = parse_pattern(rule.source, lexicon_.symbols, macros_, error);
    if (rule.pattern == nullptr) {
      const TomlNode* source = body.find("pattern");
      return fault(error.piece, error.message, source == nullptr ? 0 : source->line);
    }
    rule.program = read_.programs->compile(*rule.pattern, rule.openings);
    rule.zone_slots = rule.slots_named("zone");
    if (!rule.pattern->demands_class())
      fault(rule.source, "the pattern matches anything: it must demand at least one class");
    for (const TomlNode& value : body) {
      const std::string_view key = value.key;
      const std::size_t line = value.line;
      if (key == "id" || key == "says" || key == "pattern") continue;
      if (key == "yields")
        load_yields(rule, value, fault);
      else if (key == "examples" || key == "counter")
        load_examples(rule, value, key == "counter", fault);
      else if (key == "confidence")
        rule.confidence = value.number;
      else if (key == "carries")
        load_flag(rule.carries, "carries", value, fault);
      else if (key == "heads") {
        rule.heads = value.text == "always" ? Heads::kAlways : Heads::kUnplaced;
        if (value.text != "always" && value.text != "unplaced")
          fault(std::string(value.text), "expected always or unplaced", line);
      } else if (key == "into") {
        rule.into = lexicon_.symbols.find(value.text);
        if (rule.into == kNoSymbol)
          fault(std::string(value.text), "no class of this name in the lexicon", line);
      } else if (key == "product")
        load_flag(rule.product, "product", value, fault);
      else if (key == "drops") {
        const std::string_view drops = value.text;
        rule.whole_sentence = drops == "sentence" || drops == "block";
        rule.whole_block = drops == "block";
        rule.rest_of_passage = drops == "passage";
        rule.rest_of_sentence = drops == "rest" || drops == "passage";
        if (drops != "match" && !rule.whole_sentence && !rule.rest_of_sentence)
          fault(std::string(drops), "expected match, rest, sentence, passage or block", line);
      } else if (key == "only") {
        load_only(rule, value, fault);
      } else if (key == "after") {
        load_after(rule, value, fault);
      } else {
        fault(std::string(key), "no such key", line);
      }
    }
    if (kind == RuleKind::kRewrite && rule.into == kNoSymbol)
      fault("into", "a rewriting rule names the class it makes");
    if (rule.confidence <= 0 || rule.confidence > 1)
      fault("confidence", "expected a number above 0 and up to 1");
    if (kind != RuleKind::kFact && !rule.yields.empty())
      fault("yields", "only rules of a fact stage yield facts");
    if (files_.find(path)->packed.empty()) check_examples(rule, fault);
    read_.rules.push_back(std::move(rule));
  }

  template <typename Fault>
  void load_flag(bool& flag, const char* key, const TomlNode& node, const Fault& fault) {
    if (!node.is_flag()) return fault(key, "expected true or false", node.line);
    flag = node.flag;
  }

  template <typename Fault>
  void load_yields(Rule& rule, const TomlNode& node, const Fault& fault) {
    if (!node.is_list()) return fault("yields", "expected a list", node.line);
    for (const TomlNode& item : node) {
      Yield yield;
      std::string piece, message;
      if (parse_yield(item.text, rule, lexicon_, yield, piece, message)) {
        rule.takes_head = rule.takes_head || yield.head;
        rule.tells_size = rule.tells_size || yield.measure == Measure::kCouncilSeats;
        rule.yields.push_back(std::move(yield));
      } else {
        fault(piece, message, item.line);
      }
    }
  }

  template <typename Fault>
  void load_only(Rule& rule, const TomlNode& node, const Fault& fault) {
    if (!node.is_list()) return fault("only", "expected a list of measures", node.line);
    for (const TomlNode& item : node) {
      const std::string_view name = item.text;
      if (const auto measure = measure_named(name))
        rule.only.push_back(*measure);
      else
        fault(std::string(name), "no such measure", item.line);
    }
  }

  /// Measures, and classes in angle brackets.
  template <typename Fault>
  void load_after(Rule& rule, const TomlNode& node, const Fault& fault) {
    if (!node.is_list() || rule.kind != RuleKind::kFact)
      return fault("after", "expected a list of measures and classes, in a fact stage", node.line);
    for (const TomlNode& item : node) {
      const std::string_view name = item.text;
      const bool is_class = name.size() > 2 && name.front() == '<' && name.back() == '>';
      const Symbol symbol =
          is_class ? lexicon_.symbols.find(name.substr(1, name.size() - 2)) : kNoSymbol;
      if (symbol != kNoSymbol) {
        rule.after_classes.push_back(symbol);
        const auto& special = lexicon_.symbols.special(symbol);
        rule.after_classes.insert(rule.after_classes.end(), special.begin(), special.end());
      } else if (const auto measure = measure_named(name))
        rule.after.push_back(*measure);
      else
        fault(std::string(name), "no such measure or class", item.line);
    }
  }

  template <typename Fault>
  void load_examples(Rule& rule, const TomlNode& node, bool counter, const Fault& fault) {
    if (!node.is_list())
      return fault(counter ? "counter" : "examples", "expected a list", node.line);
    for (const TomlNode& item : node) {
      Example example;
      example.counter = counter;
      if (item.is_table())
        load_example(example, item, fault);
      else
        example.text = item.text;
      if (example.text.empty()) fault("text", "an example needs a text", item.line);
      rule.examples.push_back(std::move(example));
    }
  }

  template <typename Fault>
  void load_example(Example& example, const TomlNode& table, const Fault& fault) {
    for (const TomlNode& value : table) {
      std::string* text = nullptr;
      if (value.key == "text")
        text = &example.text;
      else if (value.key == "title")
        text = &example.title;
      else if (value.key == "published")
        text = &example.published;
      else if (value.key == "source")
        text = &example.source;
      if (text != nullptr) {
        if (!value.is_text()) fault(std::string(value.key), "expected text", value.line);
        *text = value.text;
      } else if (value.key == "facts") {
        if (!value.is_list()) fault("facts", "expected a list", value.line);
        for (const TomlNode& fact : value) example.facts.emplace_back(fact.text);
      } else {
        fault(std::string(value.key), "no such key of an example", value.line);
      }
    }
  }

  /// At least two examples and one counter-example each.
  template <typename Fault>
  void check_examples(const Rule& rule, const Fault& fault) {
    std::size_t good = 0, counter = 0;
    for (const Example& example : rule.examples) (example.counter ? counter : good) += 1;
    if (good < 2) fault("examples", "expected at least two examples");
    if (counter < 1) fault("counter", "expected at least one counter-example");
  }

  const PatternFiles& files_;
  const Lexicon& lexicon_;
  const Macros& macros_;
  std::set<std::string> ids_;
  ReadRules read_;
};

}  // namespace

ReadRules read_rules(const PatternFiles& files, const std::vector<RuleFile>& rule_files,
                     const Lexicon& lexicon, const Macros& macros) {
  RuleReader reader(files, lexicon, macros);
  for (const RuleFile& file : rule_files) reader.read(file);
  return reader.take();
}

std::optional<TomlTree> read_pattern_file(const PatternFiles& files, std::string_view path,
                                          Faults& faults) {
  if (const PatternFile* file = files.find(path)) return read_toml(*file, faults);
  faults.add({std::string(path), 0, "", "", "the file is missing"});
  return std::nullopt;
}

void check_keys(const std::string& path, const std::string& where, const TomlNode& table,
                std::initializer_list<std::string_view> known, Faults& faults) {
  for (const TomlNode& value : table) {
    if (std::find(known.begin(), known.end(), value.key) == known.end())
      faults.add({path, value.line, where, std::string(value.key), "no such key"});
  }
}

}  // namespace recount
