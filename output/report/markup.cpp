#include "output/report/markup.h"

#include "output/records/clean_text.h"

namespace recount {

std::string escape_markup(std::string_view text) {
  std::string buffer;
  std::string out;
  for (const char c : clean_text(text, buffer)) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if ((byte < ' ' && c != '\t' && c != '\n') || byte == 0x7F)
          out += "\xEF\xBF\xBD";
        else
          out += c;
    }
  }
  return out;
}

}  // namespace recount
