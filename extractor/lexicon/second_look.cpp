// Method: names that are often something else (Reading, Alliance) stay names only where what stands
// around them speaks for it: a preposition of place, a list of names, a number, a verb of winning.
#include "extractor/lexicon/second_look.h"

#include <algorithm>

namespace recount {
namespace {

class SecondLook {
 public:
  /// What stands between the members of a list.
  static constexpr RoleSet kInList = kRoleJoint | kRoleListMark | kRoleCellBreak;

  SecondLook(const Lexicon& lexicon, const Sentence& sentence, const std::vector<Token>& tokens,
             std::vector<Mention>& mentions, PlaceProofs& places)
      : lexicon_(lexicon), sentence_(sentence), tokens_(tokens), out_(mentions), places_(places) {}

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
        return has_role(k, kRoleCell) && !out_[k].has_value && out_[k].sign == 0;
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
      const bool behind = i > 1 && in_list(i - 1) && is_place(i - 2);
      const bool before = i + 2 < out_.size() && in_list(i + 1) && is_place(i + 2);
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
      const bool place = is_place(i);
      const bool proven = mention.formal || (place ? shown(i) : party_proven(i));
      mention.needs_proof = false;
      if (proven && place) places_.proven.push_back(mention.name);
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
  /// A place by what stands beside it, or one that was shown to be such before; but "in Sutton
  /// Bridge" is somewhere else.
  bool shown(std::size_t i) const {
    if (sentence_.kind == BlockKind::kHeading) return place_proven(i);
    const Mention& mention = out_[i];
    const auto name = [this](std::uint32_t at) {
      return tokens_[at].kind == TokenKind::kWord && tokens_[at].has(kCapital) &&
             !tokens_[at].has(kAllCaps) && tokens_[at].word == kUnknownWord;
    };
    if (mention.last < sentence_.last && name(mention.last) &&
        !tokens_[mention.first].has(kAllCaps))
      return false;
    if (place_proven(i)) return true;
    if (mention.first != sentence_.first && name(mention.first - 1)) return false;
    const auto& known = places_.proven;
    if (std::find(known.begin(), known.end(), mention.name) != known.end() || owns_group(i))
      return true;
    // A later sentence may prove it, but not of "Cllr Stafford" or "Preston Road".
    if ((mention.last < sentence_.last && tokens_[mention.last].has(kCapital)) ||
        (mention.first > sentence_.first + 1 && tokens_[mention.first - 1].has(kCapital)))
      return false;
    places_.doubted.push_back(mention);
    places_.doubted.back().needs_proof = false;
    return false;
  }

  /// "Bolton's Labour group", "Swale's council": a possessive ending, then a party or the council.
  bool owns_group(std::size_t i) const {
    const std::uint32_t ending = out_[i].last;
    // "Exeter Labour's grip"
    if (i + 1 < out_.size() && out_[i + 1].first == ending && !out_[i + 1].needs_proof &&
        out_[i + 1].symbol == lexicon_.core.party && tokens_[out_[i + 1].first].has(kCapital))
      return true;
    if (i + 2 >= out_.size() || out_[i + 1].first != ending ||
        tokens_[ending].kind != TokenKind::kWord ||
        (tokens_[ending].flags & (kSpaceBefore | kHyphenBefore)) != 0)
      return false;
    const auto speaks = [this](std::size_t k) {
      return out_[k].symbol == lexicon_.core.party || has_role(k, kRoleCouncilAnaphor) ||
             has_role(k, kRoleCouncilTalk);
    };
    // "Swale's final score was Labour 19, …"
    if (has_role(i + 2, kRoleFigureLead) && scores()) return true;
    if (i + 3 >= out_.size()) return speaks(i + 2);
    // "Boston's 30 seats"
    if (out_[i + 2].has_value && has_role(i + 3, kRoleCounted)) return true;
    return speaks(i + 2) || speaks(i + 3);
  }

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

  /// Whether a party and its number stand side by side in the sentence.
  bool scores() const {
    for (std::size_t i = 0; i + 1 < out_.size(); ++i) {
      if (out_[i].symbol == lexicon_.core.party && out_[i + 1].has_value) return true;
    }
    return false;
  }

  bool is_place(std::size_t i) const {
    return out_[i].symbol == lexicon_.core.council || out_[i].symbol == lexicon_.core.area;
  }
  bool has_role(std::size_t i, Role role) const {
    return lexicon_.symbols.has(out_[i].symbol, role);
  }
  bool bracket(std::size_t i) const {
    return has_role(i, kRoleCell) && !out_[i].has_value && out_[i].sign == 0 &&
           tokens_[out_[i].first].kind == TokenKind::kPunct;
  }
  bool in_list(std::size_t i) const {
    return (lexicon_.symbols.roles(out_[i].symbol) & kInList) != 0;
  }

  /// A name in capitals that opens a sentence of other letters: "DOVER  Labour held on."
  bool run_in_heading(std::size_t i) const {
    const Mention& mention = out_[i];
    if (i != 0 || mention.first != sentence_.first || mention.last >= sentence_.last) return false;
    const auto shouts = [this](std::uint32_t at) { return tokens_[at].has(kAllCaps); };
    for (std::uint32_t at = mention.first; at < mention.last; ++at) {
      if (tokens_[at].kind == TokenKind::kWord && !shouts(at)) return false;
    }
    for (std::uint32_t at = mention.last; at < sentence_.last && at < mention.last + 3; ++at) {
      if (tokens_[at].kind == TokenKind::kWord && shouts(at) &&
          tokens_[at].end - tokens_[at].begin > 1)
        return false;
    }
    return true;
  }

  bool place_proven(std::size_t i) const {
    if (run_in_heading(i)) return true;
    if (out_.size() == 1 || (i == 0 && sentence_.kind == BlockKind::kHeading && out_.size() <= 3))
      return true;
    if (i > 0 ? has_role(i - 1, kRolePlaceLead) : out_.size() == 2 && has_role(1, kRoleClauseBreak))
      return true;
    if (i == 0 && out_.size() > 1 && (has_role(1, kRoleFigureLead) || has_role(1, kRoleAuxiliary)))
      return true;
    if (i > 1 && in_list(i - 1) && is_place(i - 2)) return true;
    // "Torbay (from the Tories) and Chester, which …", "Dover, Luton, and Harlow"
    if (i > 1 && has_role(i - 1, kRoleJoint) &&
        (has_role(i - 2, kRoleCell) || (i > 2 && in_list(i - 2) && is_place(i - 3))))
      return true;
    // "Warwick – 14 seats", "Exeter | NOC | Lab"
    const bool tabled = i == 0 && out_.size() > 2 && has_role(1, kRoleCellBreak);
    if (tabled || (i == 0 && out_.size() > 2 && tokens_[out_[1].first].kind == TokenKind::kPunct &&
                   !in_list(1) && out_[2].has_value))
      return true;
    // "All 60 Bolton seats"
    if (i > 0 && out_[i - 1].has_value && i + 1 < out_.size() && has_role(i + 1, kRoleCounted))
      return true;
    // "Swale result: Conservatives 21 (-5), …" as a line
    if (i == 0 && sentence_.kind == BlockKind::kHeading && out_.size() > 4 &&
        out_[1].symbol == lexicon_.core.word && out_[1].first == out_[0].last &&
        tokens_[out_[2].first].kind == TokenKind::kPunct && out_[3].symbol == lexicon_.core.party &&
        out_[4].symbol == lexicon_.core.number)
      return true;
    // "…, and Lincoln is Labour's"
    if (i > 0 && i + 2 < out_.size() && (in_list(i - 1) || has_role(i - 1, kRoleClauseBreak)) &&
        has_role(i + 1, kRoleAuxiliary) && out_[i + 2].symbol == lexicon_.core.party)
      return true;
    // A line that begins with the name, perhaps behind a mark: "– Swale (", "MERTON Lab 28".
    const bool lead = i == 1 && (out_[0].symbol == lexicon_.core.number ||
                                 tokens_[out_[0].first].kind == TokenKind::kPunct);
    if (i == 0 || lead) {
      if (lead && (i + 1 == out_.size() || has_role(i + 1, kRoleFigureLead) ||
                   has_role(i + 1, kRoleAuxiliary)))
        return true;
      if (i + 2 < out_.size() && out_[i + 1].symbol == lexicon_.core.party &&
          (out_[i + 2].symbol == lexicon_.core.number || has_role(i + 2, kRoleFigureLead)))
        return true;
    }
    // "MERTON  Nobody has a majority …"
    if (i == 0 && tokens_[out_[0].first].has(kAllCaps) && out_[0].last < sentence_.last &&
        tokens_[out_[0].last].kind == TokenKind::kWord && !tokens_[out_[0].last].has(kAllCaps))
      return true;
    // Names behind a colon or a dash: "Gains - Slough", "LAB GAIN: Plymouth (from NOC), …".
    if (i > 0 && tokens_[out_[i - 1].first].kind == TokenKind::kPunct && !in_list(i - 1) &&
        (i + 1 == out_.size() || in_list(i + 1) || has_role(i + 1, kRoleOblique) ||
         (tokens_[out_[i + 1].first].kind == TokenKind::kPunct &&
          has_role(i + 1, kRoleFigureLead)))) {
      return true;
    }
    if (i == 0 && sentence_.block_start && out_.size() > 2 &&
        tokens_[out_[1].first].kind == TokenKind::kPunct && !in_list(1) &&
        (out_[2].symbol == lexicon_.core.party || has_role(2, kRoleFigureLead))) {
      return true;
    }
    // "Harlow, council result:", "Harlow, which had been hung, …"
    if (i == 0 && out_.size() > 2 && in_list(1) &&
        (has_role(2, kRoleCouncilAnaphor) || has_role(2, kRoleRelative)))
      return true;
    // "Swale, 20 seats" as a line
    if (i == 0 && sentence_.block_start && sentence_.kind == BlockKind::kHeading &&
        out_.size() > 2 && in_list(1) && out_[2].symbol == lexicon_.core.number)
      return true;
    // A short line of names: "Lost: Swale".
    if (i > 0 && sentence_.kind == BlockKind::kHeading && has_role(i - 1, kRoleFigureLead) &&
        (i + 1 == out_.size() || in_list(i + 1))) {
      return true;
    }
    return i + 2 < out_.size() && in_list(i + 1) && is_place(i + 2);
  }

  bool party_proven(std::size_t i) const {
    if (out_.size() == 1) return true;
    if (i == 0 && sentence_.kind == BlockKind::kHeading && has_role(1, kRoleCellBreak)) return true;
    // "C": a letter is a party's only among the figures of a line.
    const bool letter = out_[i].last - out_[i].first == 1 &&
                        tokens_[out_[i].first].end - tokens_[out_[i].first].begin == 1;
    if (letter && i > 0 && !in_list(i - 1) && !has_role(i - 1, kRoleFigureLead) &&
        !has_role(i - 1, kRoleOblique) && !has_role(i - 1, kRoleClauseBreak) &&
        !out_[i - 1].has_value && !is_place(i - 1) &&
        tokens_[out_[i - 1].first].kind != TokenKind::kPunct) {
      return false;
    }
    // "Lab - 40"; "Medway (Con)" as a line
    if (i + 2 < out_.size() && tokens_[out_[i + 1].first].kind == TokenKind::kPunct &&
        out_[i + 2].symbol == lexicon_.core.number && tokens_[out_[i].first].has(kCapital))
      return true;
    if (i > 1 && sentence_.kind == BlockKind::kHeading && is_place(i - 2) &&
        has_role(i - 1, kRoleFigureLead))
      return true;
    // "Buckinghamshire Con, no change"
    if (i == 1 && sentence_.kind == BlockKind::kHeading && is_place(0) && i + 2 < out_.size() &&
        in_list(2) && tokens_[out_[i].first].has(kCapital))
      return true;
    // "(was Con)"
    const bool capital = tokens_[out_[i].first].has(kCapital);
    if (i > 1 && i + 1 < out_.size() && capital && bracket(i - 2) && bracket(i + 1)) return true;
    // "Swale – Con to NOC"
    if (i > 1 && sentence_.kind == BlockKind::kHeading && is_place(i - 2) &&
        tokens_[out_[i - 1].first].kind == TokenKind::kPunct)
      return true;
    // "LAB FROM CON", "gain from Con"
    const bool line =
        sentence_.kind == BlockKind::kHeading && out_.size() > 2 && has_role(1, kRoleOblique);
    if (line && i == 0 && (out_[2].symbol == lexicon_.core.party || has_role(2, kRoleFigureLead)))
      return true;
    if (line && i == 2 && (out_[0].symbol == lexicon_.core.party || has_role(0, kRoleFigureLead)))
      return true;
    const bool governed = i > 1 && has_role(i - 1, kRoleOblique);
    if (governed && capital && has_role(i - 2, kRoleFigureLead)) return true;
    // "Lab GAIN Medway from Con."
    if (governed && capital && is_place(i - 2) && (i + 1 == out_.size() || in_list(i + 1)))
      return true;
    if (i + 1 < out_.size() && has_role(i + 1, kRoleCounted)) return true;
    if (i + 1 < out_.size() &&
        (has_role(i + 1, kRoleFigureLead) || out_[i + 1].symbol == lexicon_.core.number))
      return true;
    // … but not "lows of 6C".
    if (i > 0 && out_[i - 1].symbol == lexicon_.core.number)
      return !letter || tokens_[out_[i].first].has(kSpaceBefore);
    // "five for the Greens and one for an independent"
    if (governed && out_[i - 2].symbol == lexicon_.core.number &&
        (i + 1 == out_.size() || in_list(i + 1) || has_role(i + 1, kRoleClauseBreak)))
      return true;
    if (i + 2 < out_.size() && has_role(i + 1, kRoleAuxiliary) && has_role(i + 2, kRoleFigureLead))
      return true;
    if (i > 1 && in_list(i - 1) && out_[i - 2].symbol == lexicon_.core.party) return true;
    if (i + 2 < out_.size() && in_list(i + 1) && out_[i + 2].symbol == lexicon_.core.party)
      return true;
    // In mid-sentence a capital alone says that it is a name, if no other name adjoins it.
    if (!capital) return false;
    const Mention& mention = out_[i];
    const Token& first = tokens_[mention.first];
    if (mention.last - mention.first == 1 && first.end - first.begin <= 3) return false;
    if (mention.first == sentence_.first || sentence_.kind == BlockKind::kHeading) return false;
    const auto capital_word = [this](std::uint32_t at) {
      return tokens_[at].kind == TokenKind::kWord && tokens_[at].has(kCapital) &&
             tokens_[at].word == kUnknownWord;
    };
    if (capital_word(mention.first - 1)) return false;
    return mention.last >= sentence_.last || !capital_word(mention.last);
  }

  const Lexicon& lexicon_;
  const Sentence& sentence_;
  const std::vector<Token>& tokens_;
  std::vector<Mention>& out_;
  PlaceProofs& places_;
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
  const bool listed = contents.names && (contents.roles & SecondLook::kInList) != 0;
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
