#include "extractor/version.h"

namespace recount {

std::string_view version() noexcept { return RECOUNT_VERSION; }

}  // namespace recount
