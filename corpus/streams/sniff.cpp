#include "corpus/streams/sniff.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "corpus/streams/gunzip_stream.h"

namespace recount {
namespace {

using namespace std::string_view_literals;

constexpr std::array kPictures = {
    "\x89PNG\r\n"sv,
    "\xff\xd8\xff"sv,
    "GIF87a"sv,
    "GIF89a"sv,
    "\0\0\1\0"sv,
    "wOFF"sv,
    "wOF2"sv,
    "\0\1\0\0\0"sv,
    "OTTO\0"sv,
    "ID3\2"sv,
    "ID3\3"sv,
    "ID3\4"sv,
    "OggS\0"sv,
    "fLaC\0"sv,
    "\x1a\x45\xdf\xa3"sv,
    "II*\0"sv,
    "MM\0*"sv,
    "\x7f"
    "ELF"sv,
};

constexpr std::array kDocuments = {
    "%PDF-"sv,        "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv,
    "{\\rtf"sv,       "7z\xbc\xaf\x27\x1c"sv,
    "Rar!\x1a\x07"sv, "SQLite format 3\0"sv,
};

template <typename Signatures>
bool begins_with_any(std::string_view bytes, const Signatures& signatures) {
  return std::any_of(signatures.begin(), signatures.end(),
                     [&bytes](std::string_view one) { return bytes.starts_with(one); });
}

/// WebP, WAVE and AVI; MP4 and what is like it.
bool is_media_container(std::string_view bytes) {
  if (bytes.size() < 12) return false;
  if (bytes.starts_with("RIFF")) {
    const std::string_view type = bytes.substr(8, 4);
    return type == "WEBP" || type == "WAVE" || type == "AVI ";
  }
  return bytes[0] == '\0' && bytes.substr(4, 4) == "ftyp";
}

bool is_zstandard(std::string_view bytes) {
  if (bytes.starts_with("\x28\xb5\x2f\xfd")) return true;
  return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xf0U) == 0x50 &&
         bytes.substr(1, 3) == "\x2a\x4d\x18";  // a frame to be passed over
}

bool is_bzip2(std::string_view bytes) {
  if (bytes.size() < 10 || !bytes.starts_with("BZh") || bytes[3] < '1' || bytes[3] > '9') {
    return false;
  }
  return bytes.substr(4, 6) == "\x31\x41\x59\x26\x53\x59" ||
         bytes.substr(4, 6) == "\x17\x72\x45\x38\x50\x90";  // nothing inside
}

/// The header of the first file says its own checksum, in octal; old archives have no other mark.
bool is_tar(std::string_view bytes) {
  constexpr std::size_t kHeader = 512;
  constexpr std::size_t kChecksum = 148;
  if (bytes.size() < kHeader || bytes[0] == '\0') return false;
  std::uint64_t said = 0;
  std::size_t digits = 0;
  for (const char c : bytes.substr(kChecksum, 8)) {
    if (c >= '0' && c <= '7') {
      said = 8 * said + static_cast<std::uint64_t>(c - '0');
      ++digits;
    } else if (c != ' ' && c != '\0') {
      return false;
    }
  }
  std::uint64_t sum = 8 * ' ';
  for (std::size_t i = 0; i < kHeader; ++i) {
    if (i < kChecksum || i >= kChecksum + 8) sum += static_cast<unsigned char>(bytes[i]);
  }
  return digits > 0 && sum == said;
}

/// A Word, OpenDocument or e-book file is a ZIP that begins with one of these.
bool is_office(std::string_view zip) {
  const std::string_view name = zip.substr(std::min<std::size_t>(30, zip.size()), 19);
  return name.starts_with("[Content_Types].xml") || name.starts_with("mimetypeapplication");
}

/// JSON lines, JSON, or neither. An article may begin with a bracket, but hardly so.
ContentKind json_kind(std::string_view bytes) {
  constexpr std::string_view kBlank = " \t\r\n";
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(kBlank), bytes.size()));
  const bool array = bytes.starts_with('[');
  const std::size_t open = array ? bytes.find_first_not_of(kBlank, 1) : 0;
  if (open >= bytes.size() || bytes[open] != '{') return ContentKind::kOther;
  const std::size_t key = bytes.find_first_not_of(kBlank, open + 1);
  if (key == bytes.npos || (bytes[key] != '"' && bytes[key] != '}')) return ContentKind::kOther;
  if (array) return ContentKind::kJson;
  const std::size_t end = bytes.find('\n');
  const bool closed = end == bytes.npos || bytes[bytes.find_last_not_of(kBlank, end)] == '}';
  return closed ? ContentKind::kJsonLines : ContentKind::kJson;
}

}  // namespace

ContentKind sniff(std::string_view bytes) {
  if (looks_like_gzip(bytes)) return ContentKind::kGzip;
  if (is_zstandard(bytes)) return ContentKind::kZstandard;
  if (bytes.starts_with("\xfd"
                        "7zXZ\0"sv))
    return ContentKind::kXz;
  if (is_bzip2(bytes)) return ContentKind::kBzip2;
  if (bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6") || bytes.starts_with("PK\7\10")) {
    return is_office(bytes) ? ContentKind::kDocument : ContentKind::kZip;
  }
  if (bytes.starts_with("WARC/")) return ContentKind::kWarc;
  if (begins_with_any(bytes, kPictures) || is_media_container(bytes)) {
    return ContentKind::kPicture;
  }
  if (begins_with_any(bytes, kDocuments)) return ContentKind::kDocument;
  if (is_tar(bytes)) return ContentKind::kTar;
  return json_kind(bytes);
}

}  // namespace recount
