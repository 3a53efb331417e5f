#include "extractor/rules/rule_loader.h"

#include <algorithm>
#include <future>
#include <set>

#include "extractor/rules/rule_reader.h"

namespace recount {
namespace {

class RuleLoader {
 public:
  RuleLoader(const PatternFiles& files, const Lexicon& lexicon, EngineSettings& settings,
             Faults& faults)
      : files_(files), lexicon_(lexicon), settings_(settings), faults_(faults) {}

  RuleSet load() {
    const std::optional<TomlTree> tree = read_pattern_file(files_, "master.toml", faults_);
    if (!tree) return std::move(rules_);
    const TomlNode& master = tree->root();
    check_keys("master.toml", "", master, {"macros", "engine", "stage"}, faults_);
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
    read();
    return std::move(rules_);
  }

 private:
  /// Those that tell facts, about as much work as all others, on a thread of their own.
  void read() {
    std::future<ReadRules> facts = std::async(
        std::launch::async, [this] { return read_rules(files_, fact_files_, lexicon_, macros_); });
    ReadRules others = read_rules(files_, other_files_, lexicon_, macros_);
    for (Rule& rule : others.rules)
      (rule.kind == RuleKind::kGuard ? rules_.guards : rules_.rewrites).push_back(std::move(rule));
    rules_.rewrite_starts = starts_of(rules_.rewrites);
    rules_.guard_starts = starts_of(rules_.guards);
    std::vector<SoughtPattern> often;
    for (std::uint32_t i = 0; i < rules_.guards.size(); ++i) {
      const Rule& guard = rules_.guards[i];
      if (!guard.whole_block && !guard.rest_of_passage) continue;
      rules_.wide_guards.push_back(i);
      often.push_back(guard.sought());
    }
    std::set<std::string_view> taken;
    for (const Rule& rule : rules_.rewrites) taken.insert(rule.id);
    for (const Rule& rule : rules_.guards) taken.insert(rule.id);
    ReadRules told = facts.get();
    for (const Rule& rule : told.rules) {
      if (taken.count(rule.id) != 0)
        faults_.add({rule.file, rule.line, "rule " + rule.id, rule.id, "the id is taken"});
      often.push_back(rule.sought());
    }
    rules_.facts = std::move(told.rules);
    for (const Rule& rule : rules_.facts) rules_.fact_tries.emplace_back(rule);
    rules_.fact_starts = StartFinder(often);
    faults_.add(others.faults);
    faults_.add(told.faults);
    rules_.programs = std::move(others.programs);
    rules_.fact_programs = std::move(told.programs);
  }

  static StartFinder starts_of(const std::vector<Rule>& rules) {
    std::vector<SoughtPattern> patterns;
    for (const Rule& rule : rules) patterns.push_back(rule.sought());
    return StartFinder(patterns);
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
      const std::optional<TomlTree> tree = read_pattern_file(files_, path, faults_);
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
    check_keys("master.toml", "stage " + name, stage, {"name", "kind", "files"}, faults_);
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
      (rule_kind == RuleKind::kFact ? fact_files_ : other_files_).push_back({path, rule_kind});
    }
  }

  const PatternFiles& files_;
  const Lexicon& lexicon_;
  EngineSettings& settings_;
  Faults& faults_;
  RuleSet rules_;
  Macros macros_;
  std::set<std::string> listed_;
  std::vector<RuleFile> fact_files_, other_files_;
};

}  // namespace

RuleSet load_rules(const PatternFiles& files, const Lexicon& lexicon, EngineSettings& settings,
                   Faults& faults) {
  return RuleLoader(files, lexicon, settings, faults).load();
}

}  // namespace recount
