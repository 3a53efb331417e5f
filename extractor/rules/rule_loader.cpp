#include "extractor/rules/rule_loader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <set>

#include "extractor/rules/yield_parser.h"

namespace recount {
namespace {

class RuleLoader {
 public:
  RuleLoader(const PatternFiles& files, const Lexicon& lexicon, EngineSettings& settings,
             Faults& faults)
      : files_(files), lexicon_(lexicon), settings_(settings), faults_(faults) {}

  RuleSet load() {
    toml::table master;
    if (!parse("master.toml", master)) return std::move(rules_);
    check_keys("master.toml", "", master, {"macros", "engine", "stage"});
    load_settings(master);
    load_macros(master);
    const toml::array* stages = master["stage"].as_array();
    if (stages == nullptr) {
      faults_.add({"master.toml", 0, "", "stage", "expected a list of [[stage]] tables"});
      return std::move(rules_);
    }
    for (const toml::node& node : *stages) {
      if (const toml::table* stage = node.as_table())
        load_stage(*stage);
      else
        faults_.add({"master.toml", node.source().begin.line, "", "stage", "expected a table"});
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

  bool parse(const std::string& path, toml::table& out) {
    const PatternFile* file = files_.find(path);
    if (file == nullptr) {
      faults_.add({path, 0, "", "", "the file is missing"});
      return false;
    }
    try {
      out = toml::parse(std::string_view(file->content), std::string_view(path));
      return true;
    } catch (const toml::parse_error& error) {
      faults_.add({path, error.source().begin.line, "", "", std::string(error.description())});
      return false;
    }
  }

  void check_keys(const std::string& path, const std::string& where, const toml::table& table,
                  std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : table) {
      if (std::find(known.begin(), known.end(), key.str()) == known.end())
        faults_.add(
            {path, value.source().begin.line, where, std::string(key.str()), "no such key"});
    }
  }

  void load_settings(const toml::table& master) {
    const toml::table* engine = master["engine"].as_table();
    if (engine == nullptr) {
      faults_.add({"master.toml", 0, "", "engine", "expected a table [engine]"});
      return;
    }
    for (const auto& [key, value] : *engine) {
      const auto number = value.value<double>();
      if (!number) {
        faults_.add({"master.toml", value.source().begin.line, "engine", std::string(key.str()),
                     "expected a number"});
        continue;
      }
      if (!settings_.set(key.str(), *number)) {
        faults_.add({"master.toml", value.source().begin.line, "engine", std::string(key.str()),
                     "no such setting"});
      }
    }
  }

  void load_macros(const toml::table& master) {
    const toml::array* macro_files = master["macros"].as_array();
    if (macro_files == nullptr) return;
    for (const toml::node& node : *macro_files) {
      const auto path = node.value_or(std::string());
      listed_.insert(path);
      toml::table table;
      if (!parse(path, table)) continue;
      for (const auto& [key, value] : table) {
        const auto text = value.value<std::string>();
        if (!text) {
          faults_.add({path, value.source().begin.line, "macro " + std::string(key.str()), "",
                       "expected a pattern as text"});
          continue;
        }
        if (!macros_.emplace(std::string(key.str()), *text).second) {
          faults_.add({path, value.source().begin.line, "macro " + std::string(key.str()), "",
                       "the macro exists already"});
        }
      }
      for (const auto& [key, value] : table) {  // all are known now: each must parse by itself
        if (!value.is_string()) continue;
        PatternError error;
        if (parse_pattern(value.value_or(std::string()), lexicon_.symbols, macros_, error) ==
            nullptr) {
          faults_.add({path, value.source().begin.line, "macro " + std::string(key.str()),
                       error.piece, error.message});
        }
      }
    }
  }

  void load_stage(const toml::table& stage) {
    const auto name = stage["name"].value_or(std::string());
    const auto kind = stage["kind"].value_or(std::string());
    const std::size_t line = stage.source().begin.line;
    check_keys("master.toml", "stage " + name, stage, {"name", "kind", "files"});
    RuleKind rule_kind = RuleKind::kFact;
    if (kind == "rewrite")
      rule_kind = RuleKind::kRewrite;
    else if (kind == "guard")
      rule_kind = RuleKind::kGuard;
    else if (kind != "fact")
      faults_.add({"master.toml", line, "stage " + name, kind, "expected rewrite, guard or fact"});
    const toml::array* stage_files = stage["files"].as_array();
    if (name.empty() || stage_files == nullptr) {
      faults_.add({"master.toml", line, "stage " + name, "", "expected name, kind and files"});
      return;
    }
    for (const toml::node& node : *stage_files) {
      const auto path = node.value_or(std::string());
      if (!listed_.insert(path).second) {
        faults_.add({"master.toml", node.source().begin.line, "stage " + name, path,
                     "the file is listed twice"});
        continue;
      }
      toml::table table;
      if (!parse(path, table)) continue;
      check_keys(path, "", table, {"rule"});
      const toml::array* rules = table["rule"].as_array();
      if (rules == nullptr) {
        faults_.add({path, 0, "", "rule", "expected a list of [[rule]] tables"});
        continue;
      }
      for (const toml::node& rule : *rules) {
        if (const toml::table* body = rule.as_table())
          load_rule(path, *body, rule_kind);
        else
          faults_.add({path, rule.source().begin.line, "", "rule", "expected a table"});
      }
    }
  }

  void load_rule(const std::string& path, const toml::table& body, RuleKind kind) {
    Rule rule;
    rule.file = path;
    rule.kind = kind;
    rule.line = body.source().begin.line;
    rule.id = body["id"].value_or(std::string());
    rule.says = body["says"].value_or(std::string());
    rule.source = body["pattern"].value_or(std::string());
    const auto fault = [&](std::string piece, std::string message, std::size_t line = 0) {
      faults_.add({path, line == 0 ? rule.line : line, "rule " + rule.id, std::move(piece),
                   std::move(message)});
    };
    if (rule.id.empty()) return fault("id", "expected an id");
    if (!ids_.insert(rule.id).second) fault(rule.id, "the id is taken");
    if (rule.says.empty()) fault("says", "expected a sentence that says what the rule is for");
    PatternError error;
    rule.pattern = parse_pattern(rule.source, lexicon_.symbols, macros_, error);
    if (rule.pattern == nullptr) return fault(error.piece, error.message, line_of(body, "pattern"));
    rule.program = rules_.programs->compile(*rule.pattern, rule.opening);
    rule.zone_slots = rule.slots_named("zone");
    if (!rule.pattern->demands_class())
      fault(rule.source, "the pattern matches anything: it must demand at least one class");
    for (const auto& [key, value] : body) {
      const std::size_t line = value.source().begin.line;
      if (key == "id" || key == "says" || key == "pattern") continue;
      if (key == "yields")
        load_yields(rule, value, fault);
      else if (key == "examples" || key == "counter")
        load_examples(rule, value, key == "counter", fault);
      else if (key == "confidence")
        rule.confidence = value.value_or(0.0);
      else if (key == "carries")
        load_flag(rule.carries, "carries", value, fault);
      else if (key == "heads") {
        const auto heads = value.value_or(std::string());
        rule.heads = heads == "always" ? Heads::kAlways : Heads::kUnplaced;
        if (heads != "always" && heads != "unplaced")
          fault(heads, "expected always or unplaced", line);
      } else if (key == "into") {
        rule.into = lexicon_.symbols.find(value.value_or(std::string()));
        if (rule.into == kNoSymbol)
          fault(value.value_or(std::string()), "no class of this name in the lexicon", line);
      } else if (key == "product")
        load_flag(rule.product, "product", value, fault);
      else if (key == "drops") {
        const auto drops = value.value_or(std::string());
        rule.whole_sentence = drops == "sentence" || drops == "block";
        rule.whole_block = drops == "block";
        rule.rest_of_passage = drops == "passage";
        rule.rest_of_sentence = drops == "rest" || drops == "passage";
        if (drops != "match" && !rule.whole_sentence && !rule.rest_of_sentence)
          fault(drops, "expected match, rest, sentence, passage or block", line);
      } else if (key == "only") {
        load_only(rule, value, fault);
      } else if (key == "after") {
        load_after(rule, value, fault);
      } else {
        fault(std::string(key.str()), "no such key", line);
      }
    }
    if (kind == RuleKind::kRewrite && rule.into == kNoSymbol)
      fault("into", "a rewriting rule names the class it makes");
    if (rule.confidence <= 0 || rule.confidence > 1)
      fault("confidence", "expected a number above 0 and up to 1");
    if (kind != RuleKind::kFact && !rule.yields.empty())
      fault("yields", "only rules of a fact stage yield facts");
    check_examples(rule, fault);
    auto& list = kind == RuleKind::kRewrite ? rules_.rewrites
                 : kind == RuleKind::kGuard ? rules_.guards
                                            : rules_.facts;
    list.push_back(std::move(rule));
  }

  static std::size_t line_of(const toml::table& body, std::string_view key) {
    const toml::node* node = body.get(key);
    return node == nullptr ? 0 : node->source().begin.line;
  }

  template <typename Fault>
  void load_flag(bool& flag, const char* key, const toml::node& node, const Fault& fault) {
    const auto value = node.value_exact<bool>();
    if (!value) return fault(key, "expected true or false", node.source().begin.line);
    flag = *value;
  }

  template <typename Fault>
  void load_yields(Rule& rule, const toml::node& node, const Fault& fault) {
    const toml::array* list = node.as_array();
    if (list == nullptr) return fault("yields", "expected a list", node.source().begin.line);
    for (const toml::node& item : *list) {
      Yield yield;
      std::string piece, message;
      if (parse_yield(item.value_or(std::string()), rule, lexicon_, yield, piece, message)) {
        rule.takes_head = rule.takes_head || yield.head;
        rule.tells_size = rule.tells_size || yield.measure == Measure::kCouncilSeats;
        rule.yields.push_back(std::move(yield));
      } else {
        fault(piece, message, item.source().begin.line);
      }
    }
  }

  template <typename Fault>
  void load_only(Rule& rule, const toml::node& node, const Fault& fault) {
    const toml::array* list = node.as_array();
    if (list == nullptr)
      return fault("only", "expected a list of measures", node.source().begin.line);
    for (const toml::node& item : *list) {
      const auto name = item.value_or(std::string());
      if (const auto measure = measure_named(name))
        rule.only.push_back(*measure);
      else
        fault(name, "no such measure", item.source().begin.line);
    }
  }

  /// Measures, and classes in angle brackets.
  template <typename Fault>
  void load_after(Rule& rule, const toml::node& node, const Fault& fault) {
    const toml::array* list = node.as_array();
    if (list == nullptr || rule.kind != RuleKind::kFact)
      return fault("after", "expected a list of measures and classes, in a fact stage",
                   node.source().begin.line);
    for (const toml::node& item : *list) {
      const auto name = item.value_or(std::string());
      const bool is_class = name.size() > 2 && name.front() == '<' && name.back() == '>';
      const Symbol symbol =
          is_class ? lexicon_.symbols.find(name.substr(1, name.size() - 2)) : kNoSymbol;
      if (symbol != kNoSymbol)
        rule.after_classes.push_back(symbol);
      else if (const auto measure = measure_named(name))
        rule.after.push_back(*measure);
      else
        fault(name, "no such measure or class", item.source().begin.line);
    }
  }

  template <typename Fault>
  void load_examples(Rule& rule, const toml::node& node, bool counter, const Fault& fault) {
    const toml::array* list = node.as_array();
    if (list == nullptr)
      return fault(counter ? "counter" : "examples", "expected a list", node.source().begin.line);
    for (const toml::node& item : *list) {
      Example example;
      example.counter = counter;
      if (const toml::table* table = item.as_table()) {
        example.text = (*table)["text"].value_or(std::string());
        example.title = (*table)["title"].value_or(std::string());
        example.published = (*table)["published"].value_or(std::string());
        example.source = (*table)["source"].value_or(std::string());
        for (const auto& [key, value] : *table) {
          const std::size_t line = value.source().begin.line;
          if (key != "text" && key != "title" && key != "published" && key != "source" &&
              key != "facts")
            fault(std::string(key.str()), "no such key of an example", line);
          else if (key == "facts" ? !value.is_array() : !value.is_string())
            fault(std::string(key.str()), key == "facts" ? "expected a list" : "expected text",
                  line);
        }
        if (const toml::array* facts = (*table)["facts"].as_array()) {
          for (const toml::node& fact : *facts)
            example.facts.push_back(fact.value_or(std::string()));
        }
      } else {
        example.text = item.value_or(std::string());
      }
      if (example.text.empty()) fault("text", "an example needs a text", item.source().begin.line);
      rule.examples.push_back(std::move(example));
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
