#include "corpus/html/page_metadata.h"

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/date.h"
#include "corpus/html/characters.h"
#include "corpus/html/core.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/name_table.h"

namespace recount::html {
namespace {

constexpr std::size_t kShortestTitle = 15;

enum class Field : std::uint8_t { kNone, kTitle, kPublished, kSource, kUrl, kLanguage, kCount };

struct Rank {
  Field field = Field::kNone;
  int rank = 0;  // the least is believed
};

/// By name, property, itemprop or http-equiv.
constexpr NameTable<Rank, 128> kMeta({
    {"application-name", {Field::kSource, 3}},
    {"article:published", {Field::kPublished, 1}},
    {"article:published_time", {Field::kPublished, 0}},
    {"article.published", {Field::kPublished, 1}},
    {"citation_date", {Field::kPublished, 3}},
    {"content-language", {Field::kLanguage, 1}},
    {"date", {Field::kPublished, 3}},
    {"datepublished", {Field::kPublished, 1}},
    {"dc.date", {Field::kPublished, 3}},
    {"dc.date.created", {Field::kPublished, 2}},
    {"dc.date.issued", {Field::kPublished, 2}},
    {"dc.language", {Field::kLanguage, 2}},
    {"dc.publisher", {Field::kSource, 2}},
    {"dc.title", {Field::kTitle, 2}},
    {"dcterms.created", {Field::kPublished, 2}},
    {"dcterms.date", {Field::kPublished, 3}},
    {"dcterms.issued", {Field::kPublished, 2}},
    {"dcterms.publisher", {Field::kSource, 2}},
    {"og:locale", {Field::kLanguage, 3}},
    {"og:published_time", {Field::kPublished, 1}},
    {"og:site_name", {Field::kSource, 0}},
    {"og:title", {Field::kTitle, 0}},
    {"og:url", {Field::kUrl, 1}},
    {"parsely-pub-date", {Field::kPublished, 1}},
    {"parsely-title", {Field::kTitle, 1}},
    {"pubdate", {Field::kPublished, 2}},
    {"publish-date", {Field::kPublished, 2}},
    {"publish_date", {Field::kPublished, 2}},
    {"publishdate", {Field::kPublished, 2}},
    {"published_time", {Field::kPublished, 1}},
    {"publisher", {Field::kSource, 2}},
    {"rnews:datepublished", {Field::kPublished, 1}},
    {"sailthru.date", {Field::kPublished, 2}},
    {"sailthru.title", {Field::kTitle, 1}},
    {"title", {Field::kTitle, 3}},
    {"twitter:title", {Field::kTitle, 1}},
});

bool is_absolute(std::string_view url) {
  return starts_with_ignoring_case(url, "http://") || starts_with_ignoring_case(url, "https://") ||
         url.starts_with("//");
}

class MetadataReader {
 public:
  explicit MetadataReader(const Tree& tree) : tree_(tree) {}

  PageMetadata read() {
    for (NodeId id = 1; id < tree_.size(); ++id) visit(id);
    const auto canonical = best(Field::kUrl).value_or(std::string());
    json_ = read_json_ld(scripts_, canonical);
    fill();
    return std::move(out_);
  }

 private:
  struct Found {
    std::string value;
    int rank;
  };

  void found(Rank rank, std::string_view raw) {
    if (rank.field == Field::kNone) return;
    std::string value = decoded_line(raw);
    if (value.empty()) return;
    if (rank.field == Field::kPublished) {
      const auto day = read_day(value);
      if (!day) return;
      value = *day;
    }
    if (rank.field == Field::kUrl) {
      if (!is_absolute(value)) return;
      if (value.starts_with("//")) value.insert(0, "https:");
    }
    if (rank.field == Field::kTitle) titles_.push_back(value);
    auto& field = fields_[static_cast<std::size_t>(rank.field)];
    if (!field || rank.rank < field->rank) field = Found{std::move(value), rank.rank};
  }

  void visit(NodeId id) {
    switch (tree_[id].tag) {
      case Tag::kMeta:
        visit_meta(id);
        break;
      case Tag::kHtml:
        found({Field::kLanguage, 0}, tree_.attribute(id, Attr::kLang).value_or(""));
        break;
      case Tag::kLink:
        if (const auto rel = tree_.attribute(id, Attr::kRel);
            rel && starts_with_ignoring_case(trim(*rel), "canonical"))
          found({Field::kUrl, 0}, tree_.attribute(id, Attr::kHref).value_or(""));
        break;
      case Tag::kTitle:
        if (page_title_.empty()) page_title_ = decoded_line(tree_[id].text);
        break;
      case Tag::kScript:
        if (const auto type = tree_.attribute(id, Attr::kType);
            type && starts_with_ignoring_case(trim(*type), "application/ld+json"))
          scripts_.push_back(tree_[id].text);
        break;
      case Tag::kTime:
        visit_time(id);
        break;
      case Tag::kH1:
        if (h1_ == 0 && !leads_home(tree_, id)) h1_ = id;
        break;
      default:
        break;
    }
  }

  void visit_meta(NodeId id) {
    const auto content = tree_.attribute(id, Attr::kContent);
    if (!content) return;
    for (const Attr key : {Attr::kProperty, Attr::kName, Attr::kItemprop, Attr::kHttpEquiv}) {
      if (const auto name = tree_.attribute(id, key)) found(kMeta.find(trim(*name)), *content);
    }
  }

  /// The first <time> with a date is when the article was published; one that says so is believed
  /// before others.
  void visit_time(NodeId id) {
    const auto property = tree_.attribute(id, Attr::kItemprop);
    const bool says_so = property && property->find("datePublished") != property->npos;
    if (const auto written = tree_.attribute(id, Attr::kDatetime))
      found({Field::kPublished, says_so ? 1 : 5}, *written);
  }

  std::optional<std::string> best(Field field) const {
    const auto& found = fields_[static_cast<std::size_t>(field)];
    return found ? std::optional(found->value) : std::nullopt;
  }

  void fill() {
    Metadata& metadata = out_.metadata;
    metadata.source = json_.publisher ? json_.publisher : best(Field::kSource);
    metadata.url = best(Field::kUrl);
    if (!metadata.url && json_.url && is_absolute(*json_.url)) metadata.url = json_.url;
    if (json_.published) metadata.published = read_day(*json_.published);
    if (!metadata.published) metadata.published = best(Field::kPublished);
    if (!metadata.published && metadata.url) metadata.published = day_in_address(*metadata.url);
    fill_title();
    out_.language = best(Field::kLanguage).value_or(json_.language.value_or(std::string()));
    std::replace(out_.language.begin(), out_.language.end(), '_', '-');
    out_.body = std::move(json_.body);
  }

  void fill_title() {
    std::optional<std::string>& title = out_.metadata.title;
    title = json_.headline ? json_.headline : best(Field::kTitle);
    if (!title && h1_ != 0) title = heading();
    if (!title) title = without_site(page_title_, out_.metadata.source);
    const auto& site = out_.metadata.source;
    if (title && site && title->size() > site->size() + 3 && title->ends_with(*site))
      title = without_site(*title, site);
    if (title && title->empty()) title.reset();
    if (json_.headline) titles_.push_back(*json_.headline);
    if (!page_title_.empty()) titles_.push_back(page_title_);
    for (const std::string& one : titles_) out_.titles += one + '\n';
  }

  /// The chief heading, if it is the only one that the title of the page repeats.
  std::optional<std::string> heading() const {
    std::string raw;
    for (NodeId id = h1_; id < tree_[h1_].end && raw.size() < page_title_.size() + 100; ++id) {
      if (tree_[id].tag == Tag::kText) append_decoded(tree_[id].text, raw);
    }
    raw = collapse_spaces(raw);
    if (raw.size() < kShortestTitle || page_title_.find(raw) == page_title_.npos)
      return std::nullopt;
    return raw;
  }

  /// "Kent Courier | News | Labour takes Medway": the longest of three parts or more.
  static std::string_view longest_part(std::string_view title) {
    std::string_view longest;
    int parts = 0;
    while (!title.empty()) {
      const std::size_t end = std::min(title.find('|'), title.size());
      const std::string_view part = trim(title.substr(0, end));
      if (part.size() > longest.size()) longest = part;
      ++parts;
      title.remove_prefix(std::min(end + 1, title.size()));
    }
    return parts > 2 ? longest : std::string_view();
  }

  /// "Labour takes Medway | Kent Courier" without the name of the site.
  static std::string without_site(const std::string& title,
                                  const std::optional<std::string>& site) {
    if (const std::string_view middle = longest_part(title); !middle.empty())
      return std::string(middle);
    for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: "}) {
      const std::size_t at = title.rfind(mark);
      if (at == title.npos) continue;
      const std::string_view tail = std::string_view(title).substr(at + mark.size());
      if ((site && tail == *site) || (mark != " - " && at >= kShortestTitle && tail.size() < at))
        return title.substr(0, at);
      if (mark == " - " && at >= 2 * kShortestTitle && tail.size() < kShortestTitle)
        return title.substr(0, at);
    }
    return title;
  }

  /// "https://example.org/news/2023/05/05/medway".
  static std::optional<std::string> day_in_address(std::string_view url) {
    for (std::size_t at = url.find('/', 8); at != url.npos; at = url.find('/', at + 1)) {
      const std::string_view part = url.substr(at + 1, 10);
      if (part.size() == 10 && is_digit(part[0]) && (part[4] == '/' || part[4] == '-'))
        if (auto day = read_day(part)) return day;
    }
    return std::nullopt;
  }

  const Tree& tree_;
  PageMetadata out_;
  JsonLd json_;
  std::array<std::optional<Found>, static_cast<std::size_t>(Field::kCount)> fields_;
  std::vector<std::string> titles_;
  std::vector<std::string_view> scripts_;
  std::string page_title_;
  NodeId h1_ = 0;
};

}  // namespace

PageMetadata read_page_metadata(const Tree& tree) { return MetadataReader(tree).read(); }

}  // namespace recount::html
