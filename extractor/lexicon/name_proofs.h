// Whether a name that is often something else (Reading, Alliance) is one where it stands.
#pragma once

#include <vector>

#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/mention.h"
#include "extractor/lexicon/second_look.h"
#include "extractor/text/segmenter.h"
#include "extractor/text/token.h"

namespace recount {

/// What speaks for such a name is what stands around it: a preposition of place, a list of names, a
/// number, a verb of winning. Views into its arguments, valid while one sentence is read.
class NameProofs {
 public:
  /// What stands between the members of a list.
  static constexpr RoleSet kInList = kRoleJoint | kRoleListMark | kRoleCellBreak;

  NameProofs(const Lexicon& lexicon, const Sentence& sentence, const std::vector<Token>& tokens,
             const std::vector<Mention>& mentions, PlaceProofs& places)
      : lexicon_(lexicon), sentence_(sentence), tokens_(tokens), out_(mentions), places_(places) {}

  /// A place by what stands beside it, or one that was shown to be such before; but "in Sutton
  /// Bridge" is somewhere else. What a later sentence may prove is noted.
  bool place(std::size_t i) const;
  bool party(std::size_t i) const;

  bool is_place(std::size_t i) const {
    return out_[i].symbol == lexicon_.core.council || out_[i].symbol == lexicon_.core.area;
  }
  bool has_role(std::size_t i, Role role) const {
    return lexicon_.symbols.has(out_[i].symbol, role);
  }
  bool in_list(std::size_t i) const {
    return (lexicon_.symbols.roles(out_[i].symbol) & kInList) != 0;
  }

 private:
  bool owns_group(std::size_t i) const;
  bool titled(std::size_t i) const;
  bool stands_alone(std::size_t i) const;
  bool scores() const;
  bool bracket(std::size_t i) const;
  bool run_in_heading(std::size_t i) const;
  bool place_proven(std::size_t i) const;

  const Lexicon& lexicon_;
  const Sentence& sentence_;
  const std::vector<Token>& tokens_;
  const std::vector<Mention>& out_;
  PlaceProofs& places_;
};

}  // namespace recount
