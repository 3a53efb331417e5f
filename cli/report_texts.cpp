#include "cli/report_texts.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "corpus/text_reader.h"
#include "output/batch/text_folder.h"

namespace recount::cli {
namespace {

namespace fs = std::filesystem;

/// The document of a name that TextFolder::name_for() has given, as far as it can be told.
std::string document_of(const std::string& name) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '%' && i + 2 < name.size() && digit(name[i + 1]) >= 0 &&
        digit(name[i + 2]) >= 0) {
      out += static_cast<char>(digit(name[i + 1]) * 16 + digit(name[i + 2]));
      i += 2;
    } else {
      out += name[i];
    }
  }
  return TextFolder::name_for(out) == name ? out : name;
}

/// A dropped match as a reader takes it: of a guard, the guard and what it says.
DroppedMatch dropped_of(const TraceEvent& event) {
  constexpr std::string_view kGuard = "guard ";
  constexpr std::string_view kNoParty = "no party: ";
  DroppedMatch out{event.begin, event.end, event.rule, event.text};
  const std::size_t colon = event.text.find(": ");
  if (event.text.starts_with(kGuard) && colon != std::string::npos) {
    out.rule = event.text.substr(kGuard.size(), colon - kGuard.size());
    out.reason = event.text.substr(colon + 2);
  } else if (event.text.starts_with(kNoParty)) {
    out.reason = "whose figure it is cannot be told";
  }
  return out;
}

std::vector<DroppedMatch> dropped_in(const Trace& trace) {
  std::vector<DroppedMatch> out;
  for (const TraceSentence& sentence : trace.sentences) {
    for (const TraceEvent& event : sentence.events) {
      if (event.kind == TraceKind::kDropped) out.push_back(dropped_of(event));
    }
  }
  const auto order = [](const DroppedMatch& one) {
    return std::tie(one.start, one.end, one.rule, one.reason);
  };
  std::ranges::sort(out, {}, order);
  const auto twice = std::ranges::unique(out, {}, order);
  out.erase(twice.begin(), twice.end());
  return out;
}

}  // namespace

ReportTexts::ReportTexts(const Extractor& extractor, const std::vector<std::string>& folders)
    : extractor_(extractor) {
  for (const std::string& folder : folders) {
    std::error_code fault;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, fault)) {
      if (entry.path().extension() == ".txt")
        paths_.try_emplace(entry.path().stem().string(), entry.path().string());
    }
  }
}

std::vector<std::string> ReportTexts::without_facts(const std::vector<Fact>& facts) const {
  std::set<std::string> names;
  const Provenance* last = nullptr;
  for (const Fact& fact : facts) {
    if (fact.article.get() == last) continue;
    last = fact.article.get();
    names.insert(TextFolder::name_for(last->doc));
  }
  std::vector<std::string> out;
  for (const auto& [name, path] : paths_) {
    if (!names.contains(name)) out.push_back(document_of(name));
  }
  std::ranges::sort(out);
  return out;
}

std::optional<SiteText> ReportTexts::read(const std::string& doc) const {
  const auto at = paths_.find(TextFolder::name_for(doc));
  if (at == paths_.end()) return std::nullopt;
  std::optional<Reading> reading = TextReader({at->second}, {}).next();
  if (!reading || !reading->document) return std::nullopt;
  SiteText out{std::move(*reading->document), {}};
  out.document.id = doc;
  Trace trace;
  extractor_.extract(out.document, &trace);
  out.dropped = dropped_in(trace);
  return out;
}

}  // namespace recount::cli
