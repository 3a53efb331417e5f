#include "extractor/lexicon/second_look.h"

#include <span>

#include "extractor/lexicon/name_proofs.h"

namespace recount {
namespace {

class SecondLook {
 public:
  SecondLook(const Lexicon& lexicon, const Sentence& sentence, const std::vector<Token>& tokens,
             std::vector<Mention>& mentions, PlaceProofs& places)
      : lexicon_(lexicon),
        tokens_(tokens),
        out_(mentions),
        places_(places),
        proofs_(lexicon, sentence, tokens, mentions, places) {}

  /// "a" is 1 before something that is counted and nothing elsewhere.
  void settle_articles() {
    if (lexicon_.core.article == kNoSymbol) return;
    for (std::size_t i = 0; i < out_.size();) {
      if (out_[i].symbol != lexicon_.core.article) {
        ++i;
        continue;
      }
      if (i + 1 < out_.size() && lexicon_.symbols.has(out_[i + 1].symbol, kRoleCounted)) {
        out_[i].symbol = lexicon_.core.number;
        out_[i].has_value = true;
        out_[i].value = 1;
        ++i;
      } else {
        out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  /// "Labour-held": no verb, but who runs the council.
  void settle_hyphens() {
    for (std::size_t i = 1; i < out_.size(); ++i) {
      const Symbol other = lexicon_.symbols.hyphened(out_[i].symbol);
      if (other != kNoSymbol && out_[i - 1].symbol == lexicon_.core.party &&
          tokens_[out_[i].first].has(kHyphenBefore))
        out_[i].symbol = other;
    }
  }

  /// "(0)" behind a figure is a change of none.
  void settle_noughts() {
    if (lexicon_.core.nought == kNoSymbol) return;
    for (std::size_t i = 1; i + 1 < out_.size(); ++i) {
      if (out_[i].symbol != lexicon_.core.number || out_[i].value != 0) continue;
      const auto mark = [this](std::size_t k) {
        return proofs_.has_role(k, kRoleCell) && !out_[k].has_value && out_[k].sign == 0;
      };
      if (!mark(i - 1) || !mark(i + 1) || tokens_[out_[i].first].has(kSpaceBefore)) continue;
      out_[i].symbol = lexicon_.core.nought;
      out_[i].first = out_[i - 1].first;
      out_[i].last = out_[i + 1].last;
      out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i + 1));
      out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i - 1));
    }
  }

  /// A word of some class that is a place's name as well is one in a list of places: "Merton,
  /// Westminster and Barnet".
  void settle_listed() {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      Mention& mention = out_[i];
      if (mention.place != kNone || mention.name != kNone || mention.party != kNone ||
          mention.symbol == lexicon_.core.word || mention.symbol == lexicon_.core.number ||
          !tokens_[mention.first].has(kCapital))
        continue;
      const bool behind = i > 1 && proofs_.in_list(i - 1) && proofs_.is_place(i - 2);
      const bool before = i + 2 < out_.size() && proofs_.in_list(i + 1) && proofs_.is_place(i + 2);
      if (!behind && !before) continue;
      for (const Sense& sense : senses_of(mention)) {
        if (sense.kind != SenseKind::kPlace) continue;
        mention.symbol = lexicon_.core.council;
        mention.name = sense.index;
        mention.sign = 0;
        mention.has_value = false;
      }
    }
  }

  /// Names that are often something else become plain words unless their neighbours speak for them.
  void settle_proofs() {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      Mention& mention = out_[i];
      if (!mention.needs_proof) continue;
      const bool place = proofs_.is_place(i);
      const bool proven = mention.formal || (place ? proofs_.place(i) : proofs_.party(i));
      mention.needs_proof = false;
      if (proven && place) places_.proven.add(mention.name);
      if (!proven) {
        Mention word;
        word.first = mention.first;
        word.last = mention.last;
        word.symbol = lexicon_.core.word;
        mention = word;
        take_class(mention);
      }
    }
  }

 private:
  /// All that the words of a mention can mean.
  std::span<const Sense> senses_of(const Mention& mention) const {
    PhraseTrie::Node node = PhraseTrie::kRoot;
    for (std::uint32_t at = mention.first; at < mention.last && node != PhraseTrie::kDead; ++at) {
      const WordId word = tokens_[at].word;
      node = word == kUnknownWord ? PhraseTrie::kDead : lexicon_.phrases.step(node, word);
    }
    if (node == PhraseTrie::kDead) return {};
    return lexicon_.phrases.senses(node);
  }

  /// "Down eight to ten": what is no name may be a word of a class.
  void take_class(Mention& mention) const {
    for (const Sense& sense : senses_of(mention)) {
      const RoleSet left_out = lexicon_.symbols.roles(sense.symbol) & (kRoleSkip | kRoleArticle);
      if (sense.kind != SenseKind::kClass || left_out != 0) continue;
      mention.symbol = sense.symbol;
      mention.sign = sense.sign;
    }
  }

  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  std::vector<Mention>& out_;
  PlaceProofs& places_;
  NameProofs proofs_;
};

}  // namespace

Contents settle_mentions(const Lexicon& lexicon, const Sentence& sentence,
                         const std::vector<Token>& tokens, std::vector<Mention>& mentions,
                         PlaceProofs& places) {
  // Most sentences hold nothing that a second look could change.
  const Symbol year = lexicon.core.year;
  Contents contents;
  bool doubts = false, parties = false, noughts = false;
  for (const Mention& mention : mentions) {
    contents.roles |= lexicon.symbols.roles(mention.symbol);
    contents.names |= mention.name != kNone;
    contents.years |= mention.symbol == year;
    parties |= mention.party != kNone;
    doubts |= mention.needs_proof;
    noughts |= mention.has_value & (mention.value == 0);
  }
  const bool articles = (contents.roles & kRoleArticle) != 0;
  const bool listed = contents.names && (contents.roles & NameProofs::kInList) != 0;
  noughts = noughts && (contents.roles & kRoleCell) != 0;
  if (!articles && !noughts && !listed && !parties && !doubts) return contents;
  SecondLook look(lexicon, sentence, tokens, mentions, places);
  if (articles) look.settle_articles();
  if (noughts) look.settle_noughts();
  if (listed) look.settle_listed();
  if (parties) look.settle_hyphens();
  if (doubts) look.settle_proofs();
  return contents_of(lexicon, mentions);
}

}  // namespace recount
