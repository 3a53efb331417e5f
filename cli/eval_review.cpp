#include "cli/eval_review.h"

#include "cli/commands.h"
#include "cli/common.h"
#include "output/records/fact_reader.h"
#include "output/review/review.h"
#include "output/review/review_score.h"

namespace recount::cli {

int run_review(const ReviewOptions& options) {
  std::vector<Error> errors;
  const Review review = read_review(options.verdicts, errors);
  std::vector<Fact> facts;
  for (const std::string& input : options.inputs) read_facts(input, facts, errors);
  for (const Error& error : errors) report(error.message);
  if (review.empty() || facts.empty()) {
    report(review.empty() ? options.verdicts + ": expected verdicts, found none"
                          : "expected facts as `recount extract` writes them, found none");
    return kNoInput;
  }
  const ReviewScore score = score_review(facts, review);
  const std::string text =
      (options.show ? wrong_facts_text(score) + '\n' : std::string()) + review_text(score);
  const int printed = print(options.json ? review_json(score) : text);
  if (printed != kFine) return printed;
  if (score.total.judged() > 0 && score.total.precision() < options.floor) {
    report("precision is " + std::to_string(score.total.precision()) + ", below the floor of " +
           std::to_string(options.floor));
    return kSomeFailed;
  }
  return errors.empty() ? kFine : kSomeFailed;
}

}  // namespace recount::cli
