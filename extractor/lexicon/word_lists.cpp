// The word lists: classes with their roles, numbers, abbreviations.
#include <toml++/toml.h>

#include <optional>
#include <unordered_set>

#include "extractor/lexicon/brace.h"
#include "extractor/lexicon/load_context.h"

namespace recount {
namespace {

class WordListLoader {
 public:
  explicit WordListLoader(LoadContext& context) : context_(context) {}

  void load_words() {
    for (const PatternFile& file : context_.files.files()) {
      if (file.path.rfind("lexicon/", 0) != 0 || !file.path.ends_with(".toml")) continue;
      toml::table table;
      try {
        table = toml::parse(std::string_view(file.content), std::string_view(file.path));
      } catch (const toml::parse_error& error) {
        context_.faults.add(
            {file.path, error.source().begin.line, "", "", std::string(error.description())});
        continue;
      }
      for (const auto& [key, node] : table) load_class(file, std::string(key.str()), node);
    }
    for (const Hyphened& hyphened : hyphened_) {
      const Symbol other = context_.lexicon.symbols.find(hyphened.other);
      if (other == kNoSymbol)
        context_.faults.add({hyphened.path, hyphened.line, "", hyphened.other, "no such class"});
      context_.lexicon.symbols.set_hyphened(hyphened.symbol, other);
    }
  }

 private:
  void load_class(const PatternFile& file, const std::string& name, const toml::node& node) {
    const std::size_t line = node.source().begin.line;
    const auto fault = [&](std::string piece, std::string message, std::size_t at) {
      context_.faults.add({file.path, at, "class " + name, std::move(piece), std::move(message)});
    };
    const toml::table* table = node.as_table();
    if (table == nullptr) return fault("", "expected a table", line);
    if (name == "abbreviation") return load_word_set(file, *table, context_.lexicon.abbreviations);
    if (name == "number-word") return load_number_words(*table, fault);
    SymbolClass symbol_class;
    std::string hyphened;
    symbol_class.name = name;
    for (const auto& [key, value] : *table) {
      const std::size_t at = value.source().begin.line;
      if (key == "about") {
        symbol_class.about = value.value_or(std::string());
      } else if (key == "sign") {
        symbol_class.sign = value.value_or(0);
        if (symbol_class.sign != 1 && symbol_class.sign != -1)
          fault("sign", "expected 1 or -1", at);
      } else if (key == "bound") {
        const auto text = value.value_or(std::string());
        if (text == "over")
          symbol_class.bound = Bound::kOver;
        else if (text == "under")
          symbol_class.bound = Bound::kUnder;
        else if (text == "about")
          symbol_class.bound = Bound::kAbout;
        else
          fault(text, "expected over, under or about", at);
      } else if (key == "roles") {
        const toml::array* roles = value.as_array();
        if (roles == nullptr) {
          fault("roles", "expected a list", at);
          continue;
        }
        for (const toml::node& role : *roles) {
          const auto text = role.value_or(std::string());
          const RoleSet bit = SymbolTable::role_named(text);
          if (bit == 0) fault(text, "no such role", at);
          symbol_class.roles |= bit;
        }
      } else if (key == "hyphened") {
        hyphened = value.value_or(std::string());
      } else if (key != "words" && key != "values" && key != "columns") {
        fault(std::string(key.str()),
              "no such key; expected about, roles, sign, bound, hyphened, words, values, columns",
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
    CoreSymbols& core = context_.lexicon.core;
    if ((roles & kRoleArticle) != 0) core.article = symbol;
    if ((roles & kRoleColumnTotal) != 0) core.column_total = symbol;
    if ((roles & kRoleColumnEarlier) != 0) core.column_earlier = symbol;
    if ((roles & kRoleColumnAside) != 0) core.column_aside = symbol;
    if ((roles & kRoleNought) != 0) core.nought = symbol;
    if (name == "percent") core.percent = symbol;
    sense.symbol = symbol;
    if (const toml::node* words = table->get("words"); words != nullptr) {
      const toml::array* list = words->as_array();
      if (list == nullptr) return fault("words", "expected a list", words->source().begin.line);
      for (const toml::node& item : *list) {
        add_words(item.value_or(std::string()), sense, item.source().begin.line, fault);
      }
    }
    if (const toml::node* columns = table->get("columns"); columns != nullptr) {
      const toml::array* list = columns->as_array();
      if (list == nullptr) return fault("columns", "expected a list", columns->source().begin.line);
      for (const toml::node& item : *list)
        add_columns(item.value_or(std::string()), sense, item.source().begin.line, fault);
    }
    if (const toml::node* values = table->get("values");
        values != nullptr && values->as_table() != nullptr) {
      for (const auto& [word, value] : *values->as_table()) {
        add_words(word.str(), sense, value.source().begin.line, fault, value.value_or(0.0));
      }
    }
  }

  template <typename FaultFunction>
  void add_words(std::string_view item, const Sense& sense, std::size_t line,
                 const FaultFunction& fault, std::optional<double> value = std::nullopt) {
    const std::vector<std::string> words = expand_braces(item);
    if (words.empty()) fault(std::string(item), "unclosed brace", line);
    for (const std::string& word : words) {
      bool needs_capital = false;
      const std::vector<WordId> ids = context_.words_of(word, &needs_capital);
      Sense s = sense;
      s.needs_capital = needs_capital;
      if (ids.empty()) {
        fault(word, "expected at least one word", line);
        continue;
      }
      if (!seen_.insert(word).second) fault(word, "the word is in another class already", line);
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
      const std::vector<WordId> ids = context_.words_of(heading);
      if (ids.empty() || !headings_.insert(heading).second) {
        fault(heading, "expected words that head no other column", line);
        continue;
      }
      context_.lexicon.columns.add(ids, sense);
    }
  }

  void load_word_set(const PatternFile& file, const toml::table& table, std::vector<bool>& set) {
    const toml::array* words = table["words"].as_array();
    if (words == nullptr) {
      context_.faults.add(
          {file.path, table.source().begin.line, "", "words", "expected a list of words"});
      return;
    }
    for (const toml::node& item : *words) {
      for (const std::string& word : expand_braces(item.value_or(std::string()))) {
        for (const WordId id : context_.words_of(word)) {
          if (set.size() <= id) set.resize(id + 1);
          set[id] = true;
        }
      }
    }
  }

  template <typename FaultFunction>
  void load_number_words(const toml::table& table, const FaultFunction& fault) {
    for (const auto& [kind, node] : table) {
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
        fault(std::string(kind.str()), "expected unit, ten, scale or joint",
              node.source().begin.line);
        continue;
      }
      if (node.as_table() == nullptr) {
        fault("", "expected a table of values", node.source().begin.line);
        continue;
      }
      for (const auto& [word, value] : *node.as_table()) {
        context_.lexicon.phrases.add_valued(context_.words_of(word.str()), sense,
                                            value.value_or(0.0));
      }
    }
  }

  /// A class whose words are of another class behind a hyphen.
  struct Hyphened {
    Symbol symbol;
    std::string other, path;
    std::size_t line;
  };

  LoadContext& context_;
  std::vector<Hyphened> hyphened_;
  std::unordered_set<std::string> seen_;      // words of the classes
  std::unordered_set<std::string> headings_;  // of columns
};

}  // namespace

void load_word_lists(LoadContext& context) { WordListLoader(context).load_words(); }

}  // namespace recount
