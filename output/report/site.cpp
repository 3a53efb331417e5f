// Method: articles first, each read once, several at a time; what later files need of their texts
// (titles, words around quotes, rules that dropped something) is kept. Then places and rules, then
// what is about the whole run.
#include "output/report/site.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <system_error>
#include <utility>

#include "output/records/atomic_file.h"
#include "output/records/plain_file.h"
#include "output/report/site_assets.h"
#include "output/report/site_data.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

/// Tells a report from other folders.
constexpr const char* kMark = "data/README.txt";

class SiteWriter {
 public:
  SiteWriter(std::string path, SiteSource source)
      : path_(std::move(path)), source_(std::move(source)) {
    source_.notes.resize(source_.index.articles.size());
    source_.surroundings.resize(source_.all.facts.size());
  }

  Result<SiteCounts> run() {
    if (auto error = make_folders()) return *error;
    for (const SiteAsset& asset : site_assets()) {
      const fs::path name(asset.path);
      if (name.has_parent_path())
        if (auto error = make_folder(name.parent_path().string())) return *error;
      write(std::string(asset.path), asset.content);
    }
    each(source_.index.articles.size(), [this](std::size_t i) { write_article(i); });
    sort_rules();
    each(source_.index.places.size(),
         [this](std::size_t i) { write_place(source_.index.places[i]); });
    each(source_.rules.size(), [this](std::size_t i) {
      if (source_.rules[i].facts.empty()) return;
      write_data("rules/" + std::to_string(i), rule_data(source_, source_.rules[i]));
    });
    write_data("overview", overview_data(source_));
    write_data("articles", articles_data(source_));
    write_data("review", review_data(source_));
    write_data("known-places", known_places_data(source_.registry));
    write_data("run", run_data(source_));
    if (error_) return *error_;
    SiteCounts counts;
    counts.articles = source_.notes.size();
    counts.without_text = static_cast<std::size_t>(
        std::ranges::count(source_.notes, false, &SiteArticleNotes::has_text));
    counts.misplaced = misplaced_;
    return counts;
  }

 private:
  std::optional<Error> make_folder(const std::string& name) {
    std::error_code fault;
    const std::string folder = name.empty() ? path_ : path_ + '/' + name;
    fs::create_directories(folder, fault);
    if (fault) return write_error(folder, "make the folder", fault.value());
    return std::nullopt;
  }

  std::optional<Error> make_folders() {
    std::error_code fault;
    if (fs::exists(path_, fault) && !fs::is_directory(path_, fault))
      return Error{ErrorCode::kCannotWrite, path_ + ": is no folder"};
    if (fs::exists(path_ + '/' + kMark, fault)) {
      fs::remove_all(path_ + "/data", fault);
      if (fault) return write_error(path_ + "/data", "remove", fault.value());
    } else if (fs::exists(path_, fault) && !fs::is_empty(path_, fault)) {
      return Error{ErrorCode::kCannotWrite,
                   path_ + ": holds something else than a report; expected a new or empty folder"};
    }
    for (const char* name : {"data/articles", "data/places", "data/rules"})
      if (auto error = make_folder(name)) return error;
    return write_plain_file(path_ + '/' + kMark,
                            "Made by recount " + source_.options.version +
                                ". Open index.html. The next `recount report` into this folder "
                                "replaces what is here.\n");
  }

  void write(const std::string& name, std::string_view bytes) {
    if (failed_) return;
    std::optional<Error> error = write_plain_file(path_ + '/' + name, bytes);
    if (error) fail(std::move(*error));
  }

  void fail(Error error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    failed_ = true;
  }

  void write_data(const std::string& name, const nlohmann::ordered_json& data) {
    write("data/" + name + ".js", data_file(name, data));
  }

  template <typename Do>
  void each(std::size_t count, Do work) {
    oneapi::tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
      if (!failed_) work(i);
    });
  }

  void write_place(const SitePlace& place) {
    const std::string name = "places/" + place.key;
    if (std::optional<Error> error = make_folder("data/" + name)) return fail(std::move(*error));
    write_data(name, place_data(place));
    for (const SiteContest& contest : place.contests)
      write_data(name + '/' + contest.key, contest_data(source_, place, contest));
  }

  void write_article(std::size_t number) {
    const SiteArticle& article = source_.index.articles[number];
    SiteArticleNotes& notes = source_.notes[number];
    std::optional<SiteText> text;
    if (source_.options.text) text = source_.options.text(article.doc);
    if (text) take_notes(article, *text, notes);
    if (article.begin < article.end) {
      const Provenance& told = *source_.all.facts[article.begin].article;
      notes.metadata.source = told.source;
      notes.metadata.published = told.published;
    }
    write_data("articles/" + article.key, article_data(source_, article, text ? &*text : nullptr));
  }

  void take_notes(const SiteArticle& article, SiteText& text, SiteArticleNotes& notes) {
    notes.has_text = true;
    if (!text.document.metadata.title)
      text.document.metadata.title = first_line(text.document.text);
    notes.metadata = text.document.metadata;
    std::set<std::string> rules;
    for (const DroppedMatch& one : text.dropped) {
      if (!one.rule.empty()) rules.insert(one.rule);
    }
    notes.dropping_rules.assign(rules.begin(), rules.end());
    for (std::uint32_t i = article.begin; i < article.end; ++i) {
      const Fact& fact = source_.all.facts[i];
      const std::optional<Surroundings> around =
          surroundings(text.document.text, fact.start, fact.end, fact.quote);
      if (around)
        source_.surroundings[i] = *around;
      else
        ++misplaced_;
    }
  }

  void sort_rules() {
    std::map<std::string, std::vector<std::uint32_t>> facts;
    for (std::uint32_t i = 0; i < source_.all.facts.size(); ++i)
      facts[source_.all.facts[i].rule].push_back(i);
    for (const SiteArticleNotes& notes : source_.notes) {
      for (const std::string& rule : notes.dropping_rules) facts.try_emplace(rule);
    }
    for (auto& [id, numbers] : facts) source_.rules.push_back({id, std::move(numbers)});
  }

  std::string path_;
  SiteSource source_;
  std::mutex mutex_;            // of error_
  std::optional<Error> error_;  // the first
  std::atomic<bool> failed_ = false;
  std::atomic<std::size_t> misplaced_ = 0;
};

}  // namespace

Result<SiteCounts> write_site(const std::string& path, const Reconciliation& all,
                              const Registry& registry, const SiteOptions& options) {
  SiteIndex index = index_site(all, options.without_facts, registry);
  return SiteWriter(path, {all, registry, options, std::move(index), {}, {}, {}}).run();
}

}  // namespace recount
