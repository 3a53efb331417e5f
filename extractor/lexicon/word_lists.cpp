// The word lists: classes with their roles, numbers, abbreviations.
#include <optional>
#include <unordered_set>

#include "extractor/lexicon/brace.h"
#include "extractor/lexicon/load_context.h"

namespace recount {
namespace {

class WordListLoader {
 public:
  explicit WordListLoader(LoadContext& context) : context_(context) {}

  void declare(WordLists& lists) {
    for (const PatternFile& file : context_.files.files()) {
      if (file.path.rfind("lexicon/", 0) != 0 || !file.path.ends_with(".toml")) continue;
      std::optional<TomlTree> tree = read_toml(file, context_.faults);
      if (!tree) continue;
      for (const TomlNode& node : tree->root()) declare_class(file, node, lists);
      lists.trees.push_back(std::move(*tree));
    }
    SymbolTable& symbols = context_.lexicon.symbols;
    const auto named = [&](const Related& related) {
      const Symbol other = symbols.find(related.other);
      if (other == kNoSymbol)
        context_.faults.add({related.path, related.line, "", related.other, "no such class"});
      return other;
    };
    for (const Related& one : hyphened_) symbols.set_hyphened(one.symbol, named(one));
    for (const Related& one : special_) symbols.set_general(one.symbol, named(one));
  }

  void load_words(const WordLists::List& list) {
    const TomlNode& node = *list.node;
    const auto fault = [&](std::string piece, std::string message, std::size_t at) {
      context_.faults.add({list.file->path, at, "class " + std::string(node.key), std::move(piece),
                           std::move(message)});
    };
    if (node.key == kAbbreviation)
      return load_word_set(*list.file, node, context_.lexicon.abbreviations);
    if (node.key == kNumberWord) return load_number_words(node, fault);
    if (node.key == kRunOn) return load_run_ons(node, fault);
    if (const TomlNode* words = node.find("words"); words != nullptr) {
      if (!words->is_list()) return fault("words", "expected a list", words->line);
      for (const TomlNode& item : *words) add_words(item.text, list.sense, item.line, fault);
    }
    if (const TomlNode* columns = node.find("columns"); columns != nullptr) {
      if (!columns->is_list()) return fault("columns", "expected a list", columns->line);
      for (const TomlNode& item : *columns) add_columns(item.text, list.sense, item.line, fault);
    }
    if (const TomlNode* values = node.find("values"); values != nullptr && values->is_table()) {
      for (const TomlNode& value : *values)
        add_words(value.key, list.sense, value.line, fault, value.number);
    }
  }

 private:
  // Tables that are no classes.
  static constexpr std::string_view kAbbreviation = "abbreviation", kNumberWord = "number-word",
                                    kRunOn = "run-on";

  void declare_class(const PatternFile& file, const TomlNode& node, WordLists& lists) {
    const std::size_t line = node.line;
    const std::string name(node.key);
    const auto fault = [&](std::string piece, std::string message, std::size_t at) {
      context_.faults.add({file.path, at, "class " + name, std::move(piece), std::move(message)});
    };
    if (!node.is_table()) return fault("", "expected a table", line);
    if (name == kAbbreviation || name == kNumberWord || name == kRunOn)
      return lists.lists.push_back({&file, &node, Sense{}});
    SymbolClass symbol_class;
    std::string hyphened, general;
    symbol_class.name = name;
    for (const TomlNode& value : node) {
      const std::string_view key = value.key;
      const std::size_t at = value.line;
      if (key == "about") {
        symbol_class.about = value.text;
      } else if (key == "sign") {
        if (value.number != 1 && value.number != -1) fault("sign", "expected 1 or -1", at);
        symbol_class.sign = value.number < 0 ? -1 : 1;
      } else if (key == "bound") {
        if (value.text == "over")
          symbol_class.bound = Bound::kOver;
        else if (value.text == "under")
          symbol_class.bound = Bound::kUnder;
        else if (value.text == "about")
          symbol_class.bound = Bound::kAbout;
        else
          fault(std::string(value.text), "expected over, under or about", at);
      } else if (key == "roles") {
        if (!value.is_list()) {
          fault("roles", "expected a list", at);
          continue;
        }
        for (const TomlNode& role : value) {
          const RoleSet bit = SymbolTable::role_named(role.text);
          if (bit == 0) fault(std::string(role.text), "no such role", at);
          symbol_class.roles |= bit;
        }
      } else if (key == "hyphened") {
        hyphened = value.text;
      } else if (key == "is") {
        general = value.text;
      } else if (key != "words" && key != "values" && key != "columns") {
        fault(
            std::string(key),
            "no such key; expected about, roles, sign, bound, hyphened, is, words, values, columns",
            at);
      }
    }
    if (symbol_class.about.empty())
      fault("about", "expected a sentence that says what the class is", line);
    const RoleSet roles = symbol_class.roles;
    Sense sense;
    sense.sign = static_cast<std::int8_t>(symbol_class.sign);
    sense.bound = symbol_class.bound;
    const Symbol symbol = context_.lexicon.symbols.add(std::move(symbol_class));
    if (symbol == kNoSymbol) return fault(name, "the class exists already, or there are 255", line);
    if (!hyphened.empty()) hyphened_.push_back({symbol, hyphened, file.path, line});
    if (!general.empty()) special_.push_back({symbol, general, file.path, line});
    CoreSymbols& core = context_.lexicon.core;
    if ((roles & kRoleArticle) != 0) core.article = symbol;
    if ((roles & kRoleColumnTotal) != 0) core.column_total = symbol;
    if ((roles & kRoleColumnEarlier) != 0) core.column_earlier = symbol;
    if ((roles & kRoleColumnAside) != 0) core.column_aside = symbol;
    if ((roles & kRoleNought) != 0) core.nought = symbol;
    if (name == "percent") core.percent = symbol;
    sense.symbol = symbol;
    lists.lists.push_back({&file, &node, sense});
  }

  template <typename FaultFunction>
  void add_words(std::string_view item, const Sense& sense, std::size_t line,
                 const FaultFunction& fault, std::optional<double> value = std::nullopt) {
    const std::vector<std::string> words = expand_braces(item);
    if (words.empty()) fault(std::string(item), "unclosed brace", line);
    for (const std::string& word : words) {
      bool needs_capital = false;
      const std::span<const WordId> ids = context_.words_of(word, &needs_capital);
      Sense s = sense;
      s.needs_capital = needs_capital;
      if (ids.empty()) {
        fault(word, "expected at least one word", line);
        continue;
      }
      const std::size_t known = seen_.size();
      seen_.add(word);
      if (seen_.size() == known) fault(word, "the word is in another class already", line);
      if (value.has_value())
        context_.lexicon.phrases.add_valued(ids, s, *value);
      else
        context_.lexicon.phrases.add(ids, s);
    }
  }

  template <typename FaultFunction>
  void add_columns(std::string_view item, const Sense& sense, std::size_t line,
                   const FaultFunction& fault) {
    for (const std::string& heading : expand_braces(item)) {
      const std::span<const WordId> ids = context_.words_of(heading);
      if (ids.empty() || !headings_.insert(heading).second) {
        fault(heading, "expected words that head no other column", line);
        continue;
      }
      context_.lexicon.columns.add(ids, sense);
    }
  }

  void load_word_set(const PatternFile& file, const TomlNode& table, std::vector<bool>& set) {
    const TomlNode* words = table.list_at("words");
    if (words == nullptr) {
      context_.faults.add({file.path, table.line, "", "words", "expected a list of words"});
      return;
    }
    for (const TomlNode& item : *words) {
      for (const std::string& word : expand_braces(item.text)) {
        for (const WordId id : context_.words_of(word)) {
          if (set.size() <= id) set.resize(id + 1);
          set[id] = true;
        }
      }
    }
  }

  template <typename FaultFunction>
  void load_run_ons(const TomlNode& table, const FaultFunction& fault) {
    const TomlNode* words = table.list_at("words");
    if (words == nullptr) return fault("words", "expected a list of words", table.line);
    for (const TomlNode& item : *words) {
      const std::span<const WordId> ids = context_.words_of(item.text);
      const std::string_view text = item.text;
      if (ids.size() == 2)
        context_.lexicon.run_ons.push_back({std::string(text.substr(0, text.find(' '))), ids[1]});
      else
        fault(std::string(text), "expected two words", item.line);
    }
  }

  template <typename FaultFunction>
  void load_number_words(const TomlNode& table, const FaultFunction& fault) {
    for (const TomlNode& node : table) {
      const std::string_view kind = node.key;
      if (kind == "about") continue;
      Sense sense;
      if (kind == "unit")
        sense.kind = SenseKind::kNumberUnit;
      else if (kind == "ten")
        sense.kind = SenseKind::kNumberTen;
      else if (kind == "scale")
        sense.kind = SenseKind::kNumberScale;
      else if (kind == "joint")
        sense.kind = SenseKind::kNumberJoint;
      else {
        fault(std::string(kind), "expected unit, ten, scale or joint", node.line);
        continue;
      }
      if (!node.is_table()) {
        fault("", "expected a table of values", node.line);
        continue;
      }
      for (const TomlNode& value : node)
        context_.lexicon.phrases.add_valued(context_.words_of(value.key), sense, value.number);
    }
  }

  /// A class, and the name of the one that its words are of behind a hyphen, or that it is a kind
  /// of.
  struct Related {
    Symbol symbol;
    std::string other, path;
    std::size_t line;
  };

  LoadContext& context_;
  std::vector<Related> hyphened_, special_;
  Vocabulary seen_;                           // words of the classes, as they are spelled
  std::unordered_set<std::string> headings_;  // of columns
};

}  // namespace

WordLists declare_classes(LoadContext& context) {
  WordLists out;
  WordListLoader(context).declare(out);
  return out;
}

void load_words(LoadContext& context, const WordLists& lists) {
  WordListLoader loader(context);
  for (const WordLists::List& list : lists.lists) loader.load_words(list);
}

}  // namespace recount
