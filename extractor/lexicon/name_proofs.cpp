#include "extractor/lexicon/name_proofs.h"

#include <algorithm>

namespace recount {

bool NameProofs::place(std::size_t i) const {
  if (sentence_.kind == BlockKind::kHeading) return place_proven(i);
  const Mention& mention = out_[i];
  const auto name = [this](std::uint32_t at) {
    return tokens_[at].kind == TokenKind::kWord && tokens_[at].has(kCapital) &&
           !tokens_[at].has(kAllCaps) && tokens_[at].word == kUnknownWord;
  };
  if (mention.last < sentence_.last && name(mention.last) && !tokens_[mention.first].has(kAllCaps))
    return false;
  if (place_proven(i)) return true;
  if (mention.first != sentence_.first && name(mention.first - 1)) {
    places_.persons.add(mention.name);
    return false;
  }
  if (places_.proven.has(mention.name) || owns_group(i)) return true;
  // A later sentence may prove it, but not of "Cllr Stafford" or "Preston Road".
  const bool person = titled(i);
  if (person) places_.persons.add(mention.name);
  if ((mention.last < sentence_.last && tokens_[mention.last].has(kCapital)) ||
      (mention.first > sentence_.first + 1 && tokens_[mention.first - 1].has(kCapital)))
    return false;
  places_.doubted.push_back({mention, !person && stands_alone(i)});
  places_.doubted.back().name.needs_proof = false;
  return false;
}

/// "Mr Selby", "Cllr Preston", "leader Stafford": behind a word for a person, or one with a capital
/// that joins nothing.
bool NameProofs::titled(std::size_t i) const {
  if (i == 0 || out_[i - 1].last != out_[i].first) return false;
  if (has_role(i - 1, kRoleSubjectStop)) return true;
  return tokens_[out_[i].first - 1].has(kCapital) && !in_list(i - 1) &&
         !has_role(i - 1, kRoleClauseBreak);
}

/// "Plymouth went the same way", but not "the Swale", "Selby said", "Preston, 43,", "of Drake,
/// Sutton and Ham", and no word that may begin a sentence.
bool NameProofs::stands_alone(std::size_t i) const {
  const Mention& mention = out_[i];
  if (!lexicon_.places.traits[static_cast<std::size_t>(mention.name)].other_name) return false;
  if (mention.first != (i > 0 ? out_[i - 1].last : sentence_.first)) return false;
  if (i + 1 < out_.size() && has_role(i + 1, kRoleSpeech)) return false;
  const auto stranger = [this](std::size_t k, std::uint32_t at) {
    return out_[k].symbol == lexicon_.core.word && tokens_[at].has(kCapital);
  };
  if (i > 1 && in_list(i - 1) && stranger(i - 2, out_[i - 2].last - 1)) return false;
  if (i + 2 < out_.size() && in_list(i + 1) && stranger(i + 2, out_[i + 2].first)) return false;
  const bool age = i + 3 < out_.size() && in_list(i + 1) && out_[i + 2].has_value && in_list(i + 3);
  return !age;
}

/// "Bolton's Labour group", "Swale's council": a possessive ending, then a party or the council.
bool NameProofs::owns_group(std::size_t i) const {
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

/// Whether a party and its number stand side by side in the sentence.
bool NameProofs::scores() const {
  for (std::size_t i = 0; i + 1 < out_.size(); ++i) {
    if (out_[i].symbol == lexicon_.core.party && out_[i + 1].has_value) return true;
  }
  return false;
}

bool NameProofs::bracket(std::size_t i) const {
  return has_role(i, kRoleCell) && !out_[i].has_value && out_[i].sign == 0 &&
         tokens_[out_[i].first].kind == TokenKind::kPunct;
}
/// A name in capitals that opens a sentence of other letters: "DOVER  Labour held on."
bool NameProofs::run_in_heading(std::size_t i) const {
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

bool NameProofs::place_proven(std::size_t i) const {
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
  // "…, and Lincoln is Labour's", "…, and Plymouth was wrested from Labour"
  if (i > 0 && i + 2 < out_.size() && (in_list(i - 1) || has_role(i - 1, kRoleClauseBreak)) &&
      has_role(i + 1, kRoleAuxiliary) &&
      (out_[i + 2].symbol == lexicon_.core.party || has_role(i + 2, kRoleFigureLead)))
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
  if (i == 0 && sentence_.block_start && sentence_.kind == BlockKind::kHeading && out_.size() > 2 &&
      in_list(1) && out_[2].symbol == lexicon_.core.number)
    return true;
  if (i > 0 && i + 2 < out_.size() && in_list(i + 1)) {
    // "Stockport, Hull, which went to Labour, and …"
    if (in_list(i - 1) && has_role(i + 2, kRoleRelative)) return true;
    // "The one consolation was Richmond, snatched from …"
    if (has_role(i - 1, kRoleAuxiliary) && has_role(i + 2, kRoleFigureLead)) return true;
  }
  // "6:41 York: we have 21", a post of a live page
  if (sentence_.post && i <= 1 && i + 1 < out_.size() && !in_list(i + 1) &&
      out_[i + 1].first == out_[i].last && tokens_[out_[i + 1].first].kind == TokenKind::kPunct)
    return true;
  // A short line of names: "Lost: Swale".
  if (i > 0 && sentence_.kind == BlockKind::kHeading && has_role(i - 1, kRoleFigureLead) &&
      (i + 1 == out_.size() || in_list(i + 1))) {
    return true;
  }
  return i + 2 < out_.size() && in_list(i + 1) && is_place(i + 2);
}

bool NameProofs::party(std::size_t i) const {
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
  // "Alliance, with six, …"
  if (i == 0 && i + 3 < out_.size() && in_list(1) && out_[3].symbol == lexicon_.core.number &&
      out_[2].symbol != lexicon_.core.word && !out_[2].has_value && out_[2].party == kNone &&
      tokens_[out_[i].first].has(kCapital))
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

}  // namespace recount
