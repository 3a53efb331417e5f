// The names of elements and attributes that reading a page depends on.
#pragma once

#include <cstdint>
#include <string_view>

namespace recount::html {

enum class Tag : std::uint8_t {
  kUnknown,  // any other name: an inline element
  kDocument,
  kText,
  kA,
  kAddress,
  kApplet,
  kArea,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBase,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kCol,
  kColgroup,
  kDatalist,
  kDd,
  kDetails,
  kDialog,
  kDir,
  kDiv,
  kDl,
  kDt,
  kEm,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForeignObject,
  kForm,
  kFrame,
  kFrameset,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHgroup,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kListing,
  kMain,
  kMarquee,
  kMath,
  kMenu,
  kMeta,
  kNav,
  kNoembed,
  kNoframes,
  kNoscript,
  kObject,
  kOl,
  kOptgroup,
  kOption,
  kP,
  kParam,
  kPlaintext,
  kPre,
  kScript,
  kSearch,
  kSection,
  kSelect,
  kSkipped,  // advertisements, menus and the like of AMP; ratings, counters
  kSource,
  kSpan,
  kStrong,
  kStyle,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kTrack,
  kU,
  kUl,
  kVideo,
  kWbr,
  kXmp,
  kCount,
};

enum TagFlag : std::uint16_t {
  kBlock = 1 << 0,      // begins and ends a line of its own
  kClosesP = 1 << 1,    // its start tag closes an open paragraph
  kVoid = 1 << 2,       // has no content and no end tag
  kSpecial = 1 << 3,    // the end tag of an inline element does not reach across it
  kScope = 1 << 4,      // end tags of other elements do not reach across it
  kRawText = 1 << 5,    // its content is text up to its end tag, whatever that looks like
  kNotRead = 1 << 6,    // its content is no text for a reader
  kInHead = 1 << 7,     // may stand in the head
  kBreaksOut = 1 << 8,  // cannot stand in SVG or MathML: ends it
  kTablePart = 1 << 9,
  kHeading = 1 << 10,
  kBreaksItem = 1 << 11,  // the start tag of a list item closes no item outside of it
};

/// The element of a name in whatever case.
Tag tag_of(std::string_view name);

/// TagFlag bits.
std::uint16_t flags_of(Tag tag);

inline bool is(Tag tag, TagFlag flag) { return (flags_of(tag) & flag) != 0; }

/// The attributes that are kept.
enum class Attr : std::uint8_t {
  kOther,
  kAriaLabel,
  kCharset,
  kClass,
  kColspan,
  kContent,
  kDataComponent,
  kDatetime,
  kHref,
  kHttpEquiv,
  kId,
  kItemprop,
  kItemtype,
  kLang,
  kName,
  kProperty,
  kRel,
  kRole,
  kRowspan,
  kShadowRoot,
  kType,
};

/// The attribute of a name in whatever case; kOther for all that are not kept.
Attr attr_of(std::string_view name);

}  // namespace recount::html
