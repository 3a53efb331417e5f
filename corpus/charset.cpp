#include "corpus/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

#include "corpus/html/characters.h"

namespace recount {
namespace {

constexpr std::size_t kSample = std::size_t{16} << 10;  // bytes that a guess rests on
constexpr int kSure = 45;                               // of 100, ICU's confidence in a guess
constexpr std::size_t kChunk = 4096;                    // UTF-16 units

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// Length of the valid UTF-8 sequence of two bytes or more at `at`, or 0.
std::size_t sequence(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
  };
  const unsigned lead = byte(0), second = byte(1);
  const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  if (!follows(1)) return 0;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool valid =
        follows(2) && !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second >= 0xA0);
    return valid ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool valid = follows(2) && follows(3) && !(lead == 0xF0 && second < 0x90) &&
                       !(lead == 0xF4 && second >= 0x90);
    return valid ? 4 : 0;
  }
  return 0;
}

/// The first byte from `at` on that is not ASCII.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  for (; at + kWord <= bytes.size(); at += kWord) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, kWord);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

std::string mixed_to_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = skip_ascii(bytes, at);
    out.append(bytes, at, end - at);
    at = end;
    if (at == bytes.size()) break;
    if (const std::size_t length = sequence(bytes, at); length != 0) {
      out.append(bytes, at, length);
      at += length;
    } else {
      html::append_utf8(html::windows_1252(static_cast<unsigned char>(bytes[at++])), out);
    }
  }
  return out;
}

/// The name by which ICU knows what browsers mean by `label`; empty for Windows-1252 and UTF-8,
/// which need no converter.
std::string converter_name(std::string_view label) {
  std::string name;
  for (const char c : label) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (static_cast<unsigned char>(c) > ' ' && c != '"' && c != '\'')
      name += upper ? static_cast<char>(c + 32) : c;
  }
  static constexpr std::array<std::string_view, 16> kOurs = {
      "utf-8",      "utf8",   "unicode-1-1-utf-8", "windows-1252", "cp1252", "x-cp1252",
      "iso-8859-1", "latin1", "latin-1",           "iso8859-1",    "ascii",  "us-ascii",
      "iso_8859-1", "l1",     "ansi_x3.4-1968",    "iso88591"};
  if (std::find(kOurs.begin(), kOurs.end(), name) != kOurs.end()) return {};
  if (name == "iso-8859-9" || name == "latin5") return "windows-1254";
  if (name == "iso-8859-11" || name == "tis-620") return "windows-874";
  if (name == "gb2312" || name == "gbk" || name == "x-gbk") return "gb18030";
  if (name == "shift_jis" || name == "sjis" || name == "x-sjis") return "windows-31j";
  if (name == "ks_c_5601-1987" || name == "euc-kr") return "windows-949";
  // Pages in UTF-16 have zero bytes and are told by them: this label is wrong.
  if (name.starts_with("utf-16") || name.starts_with("utf-32") || name == "utf-7") return {};
  return name;
}

bool convert(std::string_view bytes, const std::string& name, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return false;
  out.clear();
  out.reserve(bytes.size() + bytes.size() / 8);
  std::array<UChar, kChunk> units{};
  char32_t lead = 0;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  do {
    UChar* target = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, 1,
                   &status);
    for (const UChar* unit = units.data(); unit < target; ++unit) {
      if (*unit >= 0xD800 && *unit < 0xDC00) {
        lead = *unit;
      } else if (*unit >= 0xDC00 && *unit < 0xE000 && lead != 0) {
        html::append_utf8(0x10000 + ((lead - 0xD800) << 10) + (*unit - 0xDC00U), out);
        lead = 0;
      } else {
        html::append_utf8(*unit, out);
      }
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return U_SUCCESS(status);
}

/// "UTF-16LE" or "UTF-16BE" when every other byte of ASCII text is zero; else empty.
const char* utf16_without_mark(std::string_view bytes) {
  const std::size_t size = std::min(bytes.size(), kSample) & ~std::size_t{1};
  if (size < 4 || bytes.substr(0, size).find('\0') == bytes.npos) return "";
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < size; ++i) zeros[i & 1] += bytes[i] == '\0' ? 1U : 0U;
  const std::size_t units = size / 2;
  if (zeros[1] * 10 >= units * 7 && zeros[0] * 10 < units) return "UTF-16LE";
  if (zeros[0] * 10 >= units * 7 && zeros[1] * 10 < units) return "UTF-16BE";
  return "";
}

/// ICU's guess; empty when it is not sure, or for what needs no converter.
std::string guess(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return {};
  // Only what is not ASCII tells encodings apart, and that may begin far down.
  const std::size_t first = skip_ascii(bytes, 0);
  const std::string_view sample = bytes.substr(first > 256 ? first - 256 : 0, kSample);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), 1);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const std::int32_t confidence = ucsdet_getConfidence(match, &status);
  const char* name = ucsdet_getName(match, &status);
  const char* language = ucsdet_getLanguage(match, &status);
  if (U_FAILURE(status) || confidence < kSure) return {};
  // English with a few quotation marks looks like anything from Central Europe.
  if (std::string_view(language) == "en") return {};
  return converter_name(name);
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const std::size_t length = sequence(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string to_utf8(std::string bytes, std::string_view label) {
  std::string out;
  const std::string_view view = bytes;
  using namespace std::string_view_literals;
  if (view.starts_with("\xFF\xFE\0\0"sv)) {
    if (convert(view.substr(4), "UTF-32LE", out)) return out;
  } else if (view.starts_with("\0\0\xFE\xFF"sv)) {
    if (convert(view.substr(4), "UTF-32BE", out)) return out;
  } else if (view.starts_with("\xFF\xFE")) {
    if (convert(view.substr(2), "UTF-16LE", out)) return out;
  } else if (view.starts_with("\xFE\xFF")) {
    if (convert(view.substr(2), "UTF-16BE", out)) return out;
  } else if (const char* name = utf16_without_mark(view); *name != '\0') {
    if (convert(view, name, out)) return out;
  }
  if (is_utf8(view)) return bytes;
  if (view.starts_with("\xEF\xBB\xBF")) return mixed_to_utf8(view);
  const std::string labelled = converter_name(label);
  if (!labelled.empty() && convert(view, labelled, out)) return out;
  if (label.empty()) {
    const std::string guessed = guess(view);
    if (!guessed.empty() && convert(view, guessed, out)) return out;
  }
  return mixed_to_utf8(view);
}

}  // namespace recount
