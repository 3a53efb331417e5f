// Texts of articles as the site shows them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recount {

/// `text` as valid UTF-8 of the same length, so that offsets stay: each byte that belongs to no
/// character becomes '?'.
std::string same_length_utf8(std::string_view text);

/// The first line of `text` with words, cut between words and marked with "…" where it is long:
/// what an article without a headline goes by. Nothing when all is blank.
std::optional<std::string> first_line(std::string_view text);

/// Words around a quote in its paragraph, which is a line.
struct Surroundings {
  std::string before;
  std::string after;
};

/// At most about 160 bytes on either side, cut between words and marked with "…" where cut. Nothing
/// when `text` has other words than `quote` from `start` to `end`: it is another version.
std::optional<Surroundings> surroundings(std::string_view text, std::uint32_t start,
                                         std::uint32_t end, std::string_view quote);

}  // namespace recount
