// Text as HTML writes it to text as a reader sees it.
#pragma once

#include <string>
#include <string_view>

namespace recount::html {

/// Appends `raw` with its character references resolved ("&pound;", "&#8217;", "&#x27;"; a number
/// of 128 to 159 is one of Windows-1252, as the standard has it). What is no reference stays. Left
/// out are NUL and other control characters, and what a reader does not see: soft hyphens, spaces
/// of no width, byte order marks. A no-break space becomes a space, other white space stays as it
/// is.
void append_decoded(std::string_view raw, std::string& out);

/// The same as a string, with runs of white space as single spaces and none at the ends.
std::string decoded_line(std::string_view raw);

/// Runs of white space become single spaces, those at the ends go.
std::string collapse_spaces(std::string_view text);

/// Appends a character as UTF-8; U+FFFD for what is none.
void append_utf8(char32_t character, std::string& out);

/// What the bytes 0x80 to 0x9F are in Windows-1252; the five that are nothing stay.
char32_t windows_1252(unsigned char byte);

/// The character of a named reference without "&" and ";"; 0 if there is no such name. Those of
/// HTML 4, and of HTML 5 the marks of ASCII and the letters of Latin scripts. Thread-safe.
char32_t named_character(std::string_view name);

}  // namespace recount::html
