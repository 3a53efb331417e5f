#include "corpus/html/json_ld.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "corpus/html/characters.h"
#include "corpus/html/tokenizer.h"

namespace recount::html {
namespace {

using nlohmann::json;

constexpr int kDeepest = 6;  // levels from the top down to an article

const json* member(const json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// A string, or the first of an array of them, or the name or address of an object.
std::optional<std::string> text_of(const json* value) {
  if (value == nullptr) return std::nullopt;
  if (value->is_array()) return value->empty() ? std::nullopt : text_of(&value->front());
  if (value->is_object()) {
    for (const char* key : {"name", "@value", "alternateName", "@id", "url"}) {
      const json* inner = member(*value, key);
      if (inner != nullptr && inner->is_string()) return text_of(inner);
    }
    return std::nullopt;
  }
  if (!value->is_string()) return std::nullopt;
  std::string text = decoded_line(value->get_ref<const std::string&>());
  if (text.empty()) return std::nullopt;
  return text;
}

bool has_type(const json& object, bool (*matches)(std::string_view)) {
  const json* type = member(object, "@type");
  if (type == nullptr) return false;
  if (type->is_string()) return matches(type->get_ref<const std::string&>());
  return type->is_array() && std::any_of(type->begin(), type->end(), [matches](const json& one) {
           return one.is_string() && matches(one.get_ref<const std::string&>());
         });
}

bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}
bool is_page(std::string_view type) { return type.ends_with("WebPage"); }

/// An address without what does not tell pages apart.
std::string_view bare(std::string_view url) {
  url = url.substr(0, url.find_first_of("#?"));
  while (url.ends_with('/')) url.remove_suffix(1);
  if (const std::size_t scheme = url.find("//"); scheme != url.npos) url.remove_prefix(scheme + 2);
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

/// Makes JSON of what is often taken for it: line breaks in strings, commas before a closing
/// bracket, wrapped in a comment or in CDATA, written with character references.
std::string repaired(std::string_view script) {
  std::string text;
  if (script.find('"') == script.npos) {
    append_decoded(script, text);
  } else {
    text = script;
  }
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == text.npos || end == text.npos || end < begin) return {};
  // "//<![CDATA[" opens no array.
  const std::size_t cdata = text.find("<![CDATA[");
  const std::size_t first = cdata == text.npos ? begin : text.find_first_of("{[", cdata + 9);
  std::size_t last = end;
  if (cdata != text.npos) last = text.find_last_of('}');
  if (first == text.npos || last == text.npos || last < first) return {};
  std::string out;
  bool quoted = false;
  for (std::size_t i = first; i <= last; ++i) {
    const char c = text[i];
    if (quoted && c == '\\' && i < last) {
      out += c;
      out += text[++i];
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '}' || c == ']')) {
      while (!out.empty() && is_space(out.back())) out.pop_back();
      if (!out.empty() && out.back() == ',') out.pop_back();
    }
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out;
}

/// The value of the first `"key": "value"` in what is no JSON.
std::optional<std::string> scan(std::string_view script, std::string_view key) {
  const std::size_t at = script.find("\"" + std::string(key) + "\"");
  if (at == script.npos) return std::nullopt;
  const std::size_t begin = script.find_first_not_of(" \t\r\n:", at + key.size() + 2);
  if (begin == script.npos || script[begin] != '"') return std::nullopt;
  std::size_t end = begin + 1;
  while (end < script.size() && script[end] != '"' && script[end] != '\n')
    end += script[end] == '\\' ? 2U : 1U;
  if (end >= script.size() || script[end] != '"') return std::nullopt;
  const json value = json::parse(script.substr(begin, end + 1 - begin), nullptr, false);
  return value.is_discarded() ? std::nullopt : text_of(&value);
}

class Reader {
 public:
  explicit Reader(std::string_view canonical) : canonical_(bare(canonical)) {}

  void add(std::string_view script) {
    json parsed = json::parse(script, nullptr, false, true);
    if (parsed.is_discarded()) parsed = json::parse(repaired(script), nullptr, false, true);
    if (parsed.is_discarded()) {
      keep(scanned_.headline, scan(script, "headline"));
      keep(scanned_.published, scan(script, "datePublished"));
      keep(scanned_.language, scan(script, "inLanguage"));
      return;
    }
    roots_.push_back(std::move(parsed));
  }

  JsonLd read() {
    for (const json& root : roots_) collect(root, 0);
    JsonLd out;
    for (const json* article : ordered()) fill(*article, out);
    keep(out.headline, scanned_.headline);
    keep(out.published, scanned_.published);
    keep(out.language, scanned_.language);
    for (const json* page : pages_) {
      keep(out.published, text_of(member(*page, "datePublished")));
      keep(out.publisher, publisher_of(*page));
      keep(out.language, text_of(member(*page, "inLanguage")));
    }
    return out;
  }

 private:
  static void keep(std::optional<std::string>& field, std::optional<std::string> value) {
    if (!field) field = std::move(value);
  }

  /// What belongs to other things than the page is passed over.
  static bool is_elsewhere(std::string_view key) {
    static constexpr auto kKeys = std::to_array<std::string_view>(
        {"itemListElement", "hasPart", "isPartOf", "citation", "mentions", "comment", "review",
         "author", "image", "relatedLink", "liveBlogUpdate", "isBasedOn"});
    return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
  }

  void collect(const json& value, int depth) {
    if (depth > kDeepest) return;
    if (value.is_array()) {
      for (const json& one : value) collect(one, depth + 1);
    } else if (value.is_object()) {
      if (const json* id = member(value, "@id"); id != nullptr && id->is_string())
        if (value.size() > 1) named_.emplace(id->get_ref<const std::string&>(), &value);
      if (has_type(value, is_article)) articles_.push_back(&value);
      if (has_type(value, is_page)) pages_.push_back(&value);
      for (const auto& [key, inner] : value.items()) {
        if (!is_elsewhere(key)) collect(inner, depth + 1);
      }
    }
  }

  /// The article of the page. Others that are there say nothing about it.
  std::vector<const json*> ordered() const {
    if (articles_.empty()) return {};
    const auto own = std::find_if(articles_.begin(), articles_.end(), [this](const json* article) {
      return !canonical_.empty() &&
             std::any_of(kAddresses.begin(), kAddresses.end(), [&](const char* key) {
               const json* value = member(*article, key);
               const auto url = address_of(value);
               return url && bare(*url) == canonical_;
             });
    });
    return {own == articles_.end() ? articles_.front() : *own};
  }

  static constexpr std::array<const char*, 3> kAddresses = {"url", "mainEntityOfPage", "@id"};

  static std::optional<std::string> address_of(const json* value) {
    if (value == nullptr) return std::nullopt;
    if (!value->is_object()) return text_of(value);
    const json* id = member(*value, "@id");
    return text_of(id != nullptr ? id : member(*value, "url"));
  }

  std::optional<std::string> publisher_of(const json& article) const {
    for (const char* key : {"publisher", "sourceOrganization", "provider"}) {
      const json* value = member(article, key);
      if (value == nullptr) continue;
      if (value->is_array() && !value->empty()) value = &value->front();
      if (const json* id = member(*value, "@id");
          id != nullptr && member(*value, "name") == nullptr) {
        const auto found =
            id->is_string() ? named_.find(id->get_ref<const std::string&>()) : named_.end();
        if (found == named_.end()) continue;
        value = found->second;
      }
      const json* name = value->is_object() ? member(*value, "name") : value;
      if (auto text = text_of(name)) return text;
    }
    return std::nullopt;
  }

  void fill(const json& article, JsonLd& out) const {
    out.headline = text_of(member(article, "headline"));
    if (!out.headline) out.headline = text_of(member(article, "name"));
    out.published = text_of(member(article, "datePublished"));
    if (!out.published) out.published = text_of(member(article, "dateCreated"));
    out.publisher = publisher_of(article);
    for (const char* key : kAddresses) keep(out.url, address_of(member(article, key)));
    out.language = text_of(member(article, "inLanguage"));
    append_body(article, out.body);
    const json* updates = member(article, "liveBlogUpdate");
    if (updates == nullptr || !updates->is_array()) return;
    for (const json& post : *updates) {
      const auto time = text_of(member(post, "datePublished"));
      const std::size_t t = time ? time->find('T') : std::string::npos;
      if (t != std::string::npos) out.body += "\n\n" + time->substr(t + 1, 5);
      if (const auto headline = text_of(member(post, "headline"))) out.body += "\n" + *headline;
      out.body += '\n';
      append_body(post, out.body);
    }
  }

  static void append_body(const json& article, std::string& out) {
    const json* body = member(article, "articleBody");
    if (body != nullptr && body->is_string()) out += body->get_ref<const std::string&>();
  }

  std::string_view canonical_;
  std::vector<json> roots_;
  std::vector<const json*> articles_;
  std::vector<const json*> pages_;
  std::map<std::string_view, const json*> named_;  // by @id
  JsonLd scanned_;
};

}  // namespace

JsonLd read_json_ld(const std::vector<std::string_view>& scripts, std::string_view canonical) {
  Reader reader(canonical);
  for (const std::string_view script : scripts) reader.add(script);
  return reader.read();
}

}  // namespace recount::html
