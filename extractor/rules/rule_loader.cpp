#include "extractor/rules/rule_loader.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "extractor/lexicon/toml_tree.h"
#include "extractor/rules/yield_parser.h"

namespace recount {
namespace {

class RuleLoader {
 public:
  RuleLoader(const PatternFiles& files, const Lexicon& lexicon, EngineSettings& settings,
             Faults& faults)
      : files_(files), lexicon_(lexicon), settings_(settings), faults_(faults) {}

  RuleSet load() {
    const std::optional<TomlTree> tree = parse("master.toml");
    if (!tree) return std::move(rules_);
    const TomlNode& master = tree->root();
    check_keys("master.toml", "", master, {"macros", "engine", "stage"});
    load_settings(master);
    load_macros(master);
    const TomlNode* stages = master.list_at("stage");
    if (stages == nullptr) {
      faults_.add({"master.toml", 0, "", "stage", "expected a list of [[stage]] tables"});
      return std::move(rules_);
    }
    for (const TomlNode& stage : *stages) {
      if (stage.is_table())
        load_stage(stage);
      else
        faults_.add({"master.toml", stage.line, "", "stage", "expected a table"});
    }
    for (const PatternFile& file : files_.files()) {
      const bool rule_file =
          file.path.rfind("rules/", 0) == 0 || file.path.rfind("guards/", 0) == 0;
      if (rule_file && listed_.count(file.path) == 0) {
        faults_.add({file.path, 0, "", "", "no stage of master.toml lists the file"});
      }
    }
    std::vector<SoughtPattern> often;
    for (std::uint32_t i = 0; i < rules_.guards.size(); ++i) {
      const Rule& guard = rules_.guards[i];
      if (!guard.whole_block && !guard.rest_of_passage) continue;
      rules_.wide_guards.push_back(i);
      often.push_back(guard.sought());
    }
    for (const Rule& rule : rules_.facts) often.push_back(rule.sought());
    rules_.rewrite_starts = starts_of(rules_.rewrites);
    rules_.guard_starts = starts_of(rules_.guards);
    rules_.fact_starts = StartFinder(often);
    return std::move(rules_);
  }

 private:
  static StartFinder starts_of(const std::vector<Rule>& rules) {
    std::vector<SoughtPattern> patterns;
    for (const Rule& rule : rules) patterns.push_back(rule.sought());
    return StartFinder(patterns);
  }

  std::optional<TomlTree> parse(std::string_view path) {
    if (const PatternFile* file = files_.find(path)) return read_toml(*file, faults_);
    faults_.add({std::string(path), 0, "", "", "the file is missing"});
    return std::nullopt;
  }

  void check_keys(const std::string& path, const std::string& where, const TomlNode& table,
                  std::initializer_list<std::string_view> known) {
    for (const TomlNode& value : table) {
      if (std::find(known.begin(), known.end(), value.key) == known.end())
        faults_.add({path, value.line, where, std::string(value.key), "no such key"});
    }
  }

  void load_settings(const TomlNode& master) {
    const TomlNode* engine = master.find("engine");
    if (engine == nullptr || !engine->is_table()) {
      faults_.add({"master.toml", 0, "", "engine", "expected a table [engine]"});
      return;
    }
    for (const TomlNode& value : *engine) {
      const auto fault = [&](const char* message) {
        faults_.add({"master.toml", value.line, "engine", std::string(value.key), message});
      };
      if (!value.is_number())
        fault("expected a number");
      else if (!settings_.set(value.key, value.number))
        fault("no such setting");
    }
  }

  void load_macros(const TomlNode& master) {
    const TomlNode* macro_files = master.list_at("macros");
    if (macro_files == nullptr) return;
    for (const TomlNode& node : *macro_files) {
      const std::string path(node.text);
      listed_.insert(path);
      const std::optional<TomlTree> tree = parse(path);
      if (!tree) continue;
      const auto fault = [&](const TomlNode& macro, std::string piece, std::string message) {
        faults_.add({path, macro.line, "macro " + std::string(macro.key), std::move(piece),
                     std::move(message)});
      };
      for (const TomlNode& macro : tree->root()) {
        if (!macro.is_text())
          fault(macro, "", "expected a pattern as text");
        else if (!macros_.emplace(macro.key, macro.text).second)
          fault(macro, "", "the macro exists already");
      }
      for (const TomlNode& macro : tree->root()) {  // all are known now: each must parse by itself
        if (!macro.is_text()) continue;
        PatternError error;
        if (parse_pattern(macro.text, lexicon_.symbols, macros_, error) == nullptr)
          fault(macro, error.piece, error.message);
      }
    }
  }

  void load_stage(const TomlNode& stage) {
    const std::string name(stage.text_at("name"));
    const std::string kind(stage.text_at("kind"));
    const std::size_t line = stage.line;
    check_keys("master.toml", "stage " + name, stage, {"name", "kind", "files"});
    RuleKind rule_kind = RuleKind::kFact;
    if (kind == "rewrite")
      rule_kind = RuleKind::kRewrite;
    else if (kind == "guard")
      rule_kind = RuleKind::kGuard;
    else if (kind != "fact")
      faults_.add({"master.toml", line, "stage " + name, kind, "expected rewrite, guard or fact"});
    const TomlNode* stage_files = stage.list_at("files");
    if (name.empty() || stage_files == nullptr) {
      faults_.add({"master.toml", line, "stage " + name, "", "expected name, kind and files"});
      return;
    }
    for (const TomlNode& node : *stage_files) {
      const std::string path(node.text);
      if (!listed_.insert(path).second) {
        faults_.add({"master.toml", node.line, "stage " + name, path, "the file is listed twice"});
        continue;
      }
      const std::optional<TomlTree> tree = parse(path);
      if (!tree) continue;
      check_keys(path, "", tree->root(), {"rule"});
      const TomlNode* rules = tree->root().list_at("rule");
      if (rules == nullptr) {
        faults_.add({path, 0, "", "rule", "expected a list of [[rule]] tables"});
        continue;
      }
      for (const TomlNode& rule : *rules) {
        if (rule.is_table())
          load_rule(path, rule, rule_kind);
        else
          faults_.add({path, rule.line, "", "rule", "expected a table"});
      }
    }
  }

  void load_rule(const std::string& path, const TomlNode& body, RuleKind kind) {
    Rule rule;
    rule.file = path;
    rule.kind = kind;
    rule.line = body.line;
    rule.id = body.text_at("id");
    rule.says = body.text_at("says");
    rule.source = body.text_at("pattern");
    const auto fault = [&](std::string piece, std::string message, std::size_t line = 0) {
      faults_.add({path, line == 0 ? rule.line : line, "rule " + rule.id, std::move(piece),
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
    rule.program = rules_.programs->compile(*rule.pattern, rule.opening);
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
    auto& list = kind == RuleKind::kRewrite ? rules_.rewrites
                 : kind == RuleKind::kGuard ? rules_.guards
                                            : rules_.facts;
    list.push_back(std::move(rule));
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
      if (symbol != kNoSymbol)
        rule.after_classes.push_back(symbol);
      else if (const auto measure = measure_named(name))
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
  EngineSettings& settings_;
  Faults& faults_;
  RuleSet rules_;
  Macros macros_;
  std::set<std::string> listed_;
  std::set<std::string> ids_;
};

}  // namespace

RuleSet load_rules(const PatternFiles& files, const Lexicon& lexicon, EngineSettings& settings,
                   Faults& faults) {
  return RuleLoader(files, lexicon, settings, faults).load();
}

}  // namespace recount
