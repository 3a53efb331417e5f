#include "output/checker/names.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <set>

namespace recount {
namespace {

/// Shortenings that are usual as the head of a column, and no name in an article.
constexpr std::array<std::pair<std::string_view, std::string_view>, 1> kShortForms = {
    {{"ali", "alliance"}}};
constexpr std::array<std::string_view, 6> kNobodyNames = {
    "noc", "no overall control", "none", "hung", "hung council", "no control"};

std::string without_accents(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_COMPAT |
                                                  UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(text);  // no UTF-8
  return std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

void sort_unique(std::vector<std::string_view>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
}

/// Whether the council exists at some time of `day`, which may be a year alone.
bool exists(const CouncilEntry& council, std::string_view day) {
  if (day.empty()) return true;
  return (council.start.empty() || council.start.substr(0, day.size()) <= day) &&
         (council.end.empty() || day < council.end);
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string out;
  const std::string plain = without_accents(name);
  constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const char c = plain[at];
    if (c == '\'') continue;
    if (plain.compare(at, kCurly.size(), kCurly) == 0) {
      at += kCurly.size() - 1;
    } else if (is_word_byte(c)) {
      out += c;
    } else {
      if (!out.empty() && out.back() != ' ') out += ' ';
      if (c == '&') out += "and ";
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  if (out.starts_with("the ")) out.erase(0, 4);
  return out;
}

CouncilNames::CouncilNames(const Registry& registry) : registry_(registry) {
  for (const CouncilEntry& council : registry.councils) {
    std::set<std::string> names;
    for (const auto* name :
         {&council.id, &council.name, &council.official, &council.gss, &council.code}) {
      names.insert(folded_name(*name));
    }
    for (const std::string& name : council.names) names.insert(folded_name(name));
    for (const std::string& name : names) {
      if (!name.empty()) by_name_[name].push_back(&council);
    }
  }
}

CouncilNames::Councils CouncilNames::named(const std::string& folded) const {
  const auto found = by_name_.find(folded);
  return found == by_name_.end() ? Councils() : found->second;
}

/// "medway council": those named "medway" whose kind calls itself so. Where several kinds do, those
/// of the kind for which the form is the most usual.
CouncilNames::Councils CouncilNames::without_form(const std::string& folded) const {
  const FormEntry* form = nullptr;
  for (const FormEntry& one : registry_.council_forms) {
    const std::string ending = ' ' + folded_name(one.form);
    const bool longer = form == nullptr || one.form.size() > form->form.size();
    if (longer && folded.size() > ending.size() && folded.ends_with(ending)) form = &one;
  }
  if (form == nullptr) return {};
  const std::size_t rest = folded.size() - folded_name(form->form).size() - 1;
  const Councils all = named(folded.substr(0, rest));
  const bool any_kind = folded_name(form->form) == "council";
  Councils out;
  for (const std::string& kind : form->kinds) {
    for (const CouncilEntry* council : all) {
      if (council->kind == kind) out.push_back(council);
    }
    if (!out.empty() && !any_kind) break;
  }
  return out;
}

NameMatch CouncilNames::find(std::string_view name, std::string_view day) const {
  const std::string folded = folded_name(name);
  Councils meant = named(folded);
  if (meant.empty()) meant = without_form(folded);
  Councils then;
  for (const CouncilEntry* council : meant) {
    if (exists(*council, day)) then.push_back(council);
  }
  NameMatch out;
  out.not_then = then.empty() && !meant.empty();
  for (const CouncilEntry* council : then.empty() ? meant : then) out.ids.push_back(council->id);
  sort_unique(out.ids);
  return out;
}

PartyNames::PartyNames(const Registry& registry) {
  const auto add = [this](std::string_view name, std::string_view id) {
    const std::string folded = folded_name(name);
    if (!folded.empty()) by_name_[folded].push_back(id);
  };
  for (const PartyEntry& party : registry.parties) {
    add(party.id, party.id);
    add(party.name, party.id);
    for (const std::string& name : party.names) add(name, party.id);
    for (const auto& [name, id] : kShortForms) {
      if (party.id == id) add(name, party.id);
    }
  }
  for (const RegistrationEntry& one : registry.registrations) {
    add(one.number, one.party);
    // What a party calls itself comes before what another is registered as.
    if (!by_name_.contains(folded_name(one.name))) add(one.name, one.party);
  }
  for (const std::string_view name : kNobodyNames) by_name_[std::string(name)] = {"noc"};
  for (auto& [name, ids] : by_name_) sort_unique(ids);
}

NameMatch PartyNames::find(std::string_view name) const {
  const auto found = by_name_.find(folded_name(name));
  if (found != by_name_.end()) return {found->second};
  NameMatch out;
  // "PP53 & PP119"
  for (std::string_view rest = name; !rest.empty();) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const auto part = by_name_.find(folded_name(rest.substr(0, end)));
    if (part == by_name_.end()) return {};
    out.ids.insert(out.ids.end(), part->second.begin(), part->second.end());
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  sort_unique(out.ids);
  return out;
}

}  // namespace recount
