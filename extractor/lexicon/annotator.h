// Sentences to mentions: the longest known phrases, numbers, names of places and parties.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/mention.h"
#include "extractor/text/segmenter.h"
#include "extractor/text/token.h"

namespace recount {

/// A party that is in no table and was recognised by the shape of its name.
struct LocalParty {
  std::string id;  // kebab-case of the name
};

/// What a sentence holds, so that a later stage can pass over one that has nothing for it.
struct Contents {
  RoleSet roles = 0;   // of its mentions together, perhaps more
  bool names = false;  // names of places
  bool years = false;
};
Contents contents_of(const Lexicon& lexicon, const std::vector<Mention>& mentions);

/// Mention::name of some names, each once: few, however often a text says them.
class NameList {
 public:
  bool has(std::int32_t name) const {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
  }
  void add(std::int32_t name) {
    if (!has(name)) names_.push_back(name);
  }
  void clear() { names_.clear(); }

 private:
  std::vector<std::int32_t> names_;
};

/// What a text shows of names that are often something else than places.
struct PlaceProofs {
  NameList proven;   // those that some sentence proves
  NameList persons;  // those that are somebody's surname
  struct Doubt {
    Mention name;
    bool alone = false;  // no other name and no article adjoins it, and it does not speak
  };
  std::vector<Doubt> doubted;  // left as plain words for want of proof
};

/// A document cut up: every later stage reads this.
struct Annotation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::vector<Mention>> mentions;  // by sentence
  std::vector<Contents> contents;              // likewise; whoever changes mentions sees to it
  std::vector<LocalParty> local_parties;       // Mention::party - lexicon.parties.size()
  // Tokens left out of sketches, ascending:
  std::vector<std::uint32_t> possessives;  // that stand for a party ("its")
  std::vector<std::uint32_t> shared;       // that give each of several the figure ("all")
  std::vector<std::uint32_t> there;        // that stand for a council told before

  PlaceProofs places;

  /// Notes what a token with these roles stands for, which no sketch will show.
  void leave_out(std::uint32_t token, RoleSet roles);
  void clear();
};

/// Whether one of `tokens`, which are ascending, lies in [from, to).
inline bool any_within(const std::vector<std::uint32_t>& tokens, std::uint32_t from,
                       std::uint32_t to) {
  const auto next = std::lower_bound(tokens.begin(), tokens.end(), from);
  return next != tokens.end() && *next < to;
}

/// The id of a party, listed or local. REQUIRES: some mention of the annotation has it.
inline const std::string& party_id(const Lexicon& lexicon, const Annotation& annotation,
                                   std::int32_t party) {
  const auto index = static_cast<std::size_t>(party);
  return index < lexicon.parties.size()
             ? lexicon.parties[index].id
             : annotation.local_parties[index - lexicon.parties.size()].id;
}

/// Names of places that a later sentence proves are such in the sentences before it as well.
void settle_doubts(const Lexicon& lexicon, Annotation& annotation);

/// Fills the mentions of sentence `index`. REQUIRES: tokens and sentences are filled.
void annotate_sentence(std::string_view text, const Lexicon& lexicon, std::size_t index,
                       Annotation& out);

/// tokenize(), segment() and annotate_sentence() for the whole text.
void annotate(std::string_view text, const Lexicon& lexicon, Annotation& out);

}  // namespace recount
