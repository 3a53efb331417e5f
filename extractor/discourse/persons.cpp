// Method: where a name stands beside a person of a party, its last word is taken for the surname of
// one. A bare surname that persons of different parties have tells neither.
#include "extractor/discourse/persons.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace recount {
namespace {

constexpr std::size_t kInBrackets = 8;        // mentions at most between a name and what it did
constexpr std::int32_t kSeveral = kNone - 1;  // persons of several parties have the name

/// What the persons of a surname are.
struct Family {
  std::int32_t party = kNone;  // of all of them
  std::int32_t bare = kNone;   // of those who are told without another name
  std::unordered_map<std::string_view, std::int32_t> given;  // of the others
};

void join(std::int32_t& party, std::int32_t other) {
  if (other != kNone && party != other) party = party == kNone ? other : kSeveral;
}

/// Tokens [first, last) of a name.
struct Name {
  std::uint32_t first = 0, last = 0;
  std::uint32_t words() const { return last - first; }
};

class PersonReader {
 public:
  PersonReader(const Lexicon& lexicon, std::string_view text, const Annotation& annotation)
      : lexicon_(lexicon), text_(text), annotation_(annotation) {}

  void introduce(const std::vector<Mention>& mentions) {
    const std::size_t size = mentions.size();
    for (std::size_t i = 0; i < size; ++i) {
      if (mentions[i].symbol == lexicon_.core.word) introduce_leader(mentions[i]);
      const std::int32_t party = mentions[i].party;
      if (party == kNone || party == lexicon_.noc || party == lexicon_.others) continue;
      const bool person = has(mentions[i], kRoleSubjectStop);
      if (!person && mentions[i].symbol != lexicon_.core.party) continue;
      // "the Labour leader, Councillor Jim Robbins,", "Tory councillor Ann Dobbs"
      std::size_t next = i + 1;
      const bool pause = person && next < size && has(mentions[next], kRoleListMark);
      if (pause) ++next;
      const bool title = next < size && has(mentions[next], kRoleCounted);
      if (title) ++next;
      if (next < size && mentions[next].symbol == lexicon_.core.word) {
        const Name name = leading(mentions[next]);
        const bool whole = name.last == mentions[next].last && next + 1 < size &&
                           has(mentions[next + 1], kRoleListMark);
        if (person ? name.words() >= (pause ? 2U : 1U) && (!pause || whole)
                   : title && name.words() >= 2)
          add(name, party);
      }
      // "Labour's Jim Robbins said", "Conservative Jim Robbins, who …"
      std::size_t named = i + 1;
      if (!person && named < size && has(mentions[named], kRoleNounInner)) ++named;
      if (!person && named < size && mentions[named].symbol == lexicon_.core.word &&
          mentions[named].first == mentions[named - 1].last) {
        const Name name = leading(mentions[named]);
        if (name.last == mentions[named].last && name.words() >= 2) add(name, party);
      }
      // "Jim Robbins, the Labour leader", "Jim Robbins (Lab)"
      if (i < 2 || mentions[i - 2].symbol != lexicon_.core.word) continue;
      const bool behind =
          person ? has(mentions[i - 1], kRoleListMark) : text_of(mentions[i - 1].first) == "(";
      const Name name = trailing(mentions[i - 2]);
      if (behind && name.words() >= 2) add(name, party);
    }
  }

  bool any() const { return !families_.empty(); }

  /// Whether something has become of a mention.
  bool refer(std::vector<Mention>& mentions) const {
    bool changed = false;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      Mention& mention = mentions[i];
      if (mention.party != kNone) continue;
      if (has(mention, kRolePersonsParty)) {
        const std::int32_t party = party_of(leading(mention));
        if (party == kNone) continue;
        mention.symbol = lexicon_.core.party;
        mention.party = party;
        changed = true;
      } else if (has(mention, kRoleOfPerson)) {
        mention.party = party_named_before(mentions, i);
      } else if (has(mention, kRoleSpeech)) {  // "Mr Robbins said" in one
        for (std::uint32_t at = mention.first; at < mention.last && mention.party == kNone; ++at)
          if (in_name(at)) mention.party = party_of({at, at + 1});
      } else if (mention.symbol == lexicon_.core.word && !beside_party(mentions, i) &&
                 speaks(mentions, i)) {
        const Name name = leading(mention);
        const std::int32_t party = name.last == mention.last ? party_of(name) : kNone;
        if (party == kNone) continue;
        mention.symbol = lexicon_.core.person;
        mention.party = party;
        changed = true;
      }
    }
    return changed;
  }

 private:
  bool has(const Mention& mention, Role role) const {
    return lexicon_.symbols.has(mention.symbol, role);
  }
  /// Whether the party is told right before the name: "Labour's Ann Bell".
  bool beside_party(const std::vector<Mention>& mentions, std::size_t at) const {
    if (at > 1 && has(mentions[at - 1], kRoleNounInner)) --at;
    return at > 0 && mentions[at - 1].symbol == lexicon_.core.party;
  }
  /// Whether words of speech stand beside mention `at`: "said Ms Bell", "Councillor Bell said".
  bool speaks(const std::vector<Mention>& mentions, std::size_t at) const {
    std::size_t after = at + 1;
    // "Ann Bell (Lab) said"
    const bool opens = after < mentions.size() && text_of(mentions[after].first) == "(";
    const std::size_t reach = std::min(mentions.size(), at + kInBrackets);
    while (opens && after < reach && text_of(mentions[after].first) != ")") ++after;
    if (opens) ++after;
    if (after < mentions.size() && has(mentions[after], kRoleSpeech)) return true;
    std::size_t before = at;
    if (before > 0 && has(mentions[before - 1], kRoleCounted)) --before;
    return before > 0 && has(mentions[before - 1], kRoleSpeech);
  }
  /// "a good night for Ann Bell in Luton: her party": that of the last who is named in full before
  /// mention `at`, if anybody's is known.
  std::int32_t party_named_before(const std::vector<Mention>& mentions, std::size_t at) const {
    std::int32_t party = kNone;
    for (std::size_t i = 0; i < at; ++i) {
      if (mentions[i].symbol != lexicon_.core.word) continue;
      full_names(mentions[i], [&](const Name& name) {
        const auto family = families_.find(text_of(name.last - 1));
        if (family == families_.end()) return;
        const auto known = family->second.given.find(given(name));
        if (known != family->second.given.end() && known->second != kSeveral) party = known->second;
      });
    }
    return party;
  }
  std::string_view text_of(std::uint32_t token) const {
    const Token& t = annotation_.tokens[token];
    return text_.substr(t.begin, t.end - t.begin);
  }
  bool in_name(std::uint32_t token) const {
    const Token& t = annotation_.tokens[token];
    return t.kind == TokenKind::kWord && t.has(kCapital);
  }

  /// The words with a capital that the mention begins with.
  Name leading(const Mention& mention) const {
    Name name{mention.first, mention.first};
    while (name.last < mention.last && in_name(name.last)) ++name.last;
    return name;
  }
  /// Those that it ends with.
  Name trailing(const Mention& mention) const {
    Name name{mention.last, mention.last};
    while (name.first > mention.first && in_name(name.first - 1)) --name.first;
    return name;
  }

  /// Calls `see` with each two words with a capital that follow each other within the mention.
  template <typename See>
  void full_names(const Mention& mention, const See& see) const {
    for (std::uint32_t at = mention.first + 1; at < mention.last; ++at) {
      if (in_name(at - 1) && in_name(at)) see(Name{at - 1, at + 1});
    }
  }

  /// "David Cameron" needs no more words.
  void introduce_leader(const Mention& mention) {
    full_names(mention, [this](const Name& name) {
      const auto known = std::pair(text_of(name.last - 1), given(name));
      const auto leader = std::lower_bound(lexicon_.leaders.begin(), lexicon_.leaders.end(), known,
                                           [](const Leader& a, const auto& b) {
                                             return std::pair<std::string_view, std::string_view>(
                                                        a.surname, a.given) < b;
                                           });
      if (leader != lexicon_.leaders.end() && leader->surname == known.first &&
          leader->given == known.second)
        add(name, leader->party);
    });
  }

  std::string_view given(const Name& name) const {
    return name.words() > 1 ? text_of(name.last - 2) : std::string_view();
  }

  void add(const Name& name, std::int32_t party) {
    Family& family = families_[text_of(name.last - 1)];
    join(family.party, party);
    const std::string_view first = given(name);
    join(first.empty() ? family.bare : family.given.try_emplace(first, kNone).first->second, party);
  }

  /// The party of all persons who may have the name; or kNone.
  std::int32_t party_of(const Name& name) const {
    if (name.words() == 0) return kNone;
    const auto family = families_.find(text_of(name.last - 1));
    if (family == families_.end()) return kNone;
    const std::string_view first = given(name);
    std::int32_t party = first.empty() ? family->second.party : family->second.bare;
    if (const auto known = family->second.given.find(first); known != family->second.given.end())
      join(party, known->second);
    return party == kSeveral ? kNone : party;
  }

  const Lexicon& lexicon_;
  std::string_view text_;
  const Annotation& annotation_;
  std::unordered_map<std::string_view, Family> families_;  // by surname
};

}  // namespace

void settle_persons(const Lexicon& lexicon, std::string_view text, Annotation& annotation,
                    std::vector<std::uint32_t>& changed) {
  changed.clear();
  PersonReader reader(lexicon, text, annotation);
  const std::size_t count = annotation.sentences.size();
  for (std::size_t s = 0; s < count; ++s) {
    if (annotation.sentences[s].kind != BlockKind::kHeading)
      reader.introduce(annotation.mentions[s]);
  }
  if (!reader.any()) return;
  for (std::size_t s = 0; s < count; ++s) {
    if (reader.refer(annotation.mentions[s])) changed.push_back(static_cast<std::uint32_t>(s));
  }
}

}  // namespace recount
