#include "corpus/html/tags.h"

#include <array>
#include <cstddef>

#include "corpus/html/name_table.h"

namespace recount::html {
namespace {

constexpr NameTable<Tag, 512> kTags({
    {"a", Tag::kA},
    {"address", Tag::kAddress},
    {"amp-ad", Tag::kSkipped},
    {"amp-consent", Tag::kSkipped},
    {"amp-embed", Tag::kSkipped},
    {"amp-list", Tag::kSkipped},
    {"amp-next-page", Tag::kSkipped},
    {"amp-sidebar", Tag::kSkipped},
    {"amp-social-share", Tag::kSkipped},
    {"amp-sticky-ad", Tag::kSkipped},
    {"amp-user-notification", Tag::kSkipped},
    {"applet", Tag::kApplet},
    {"area", Tag::kArea},
    {"article", Tag::kArticle},
    {"aside", Tag::kAside},
    {"audio", Tag::kAudio},
    {"b", Tag::kB},
    {"base", Tag::kBase},
    {"blockquote", Tag::kBlockquote},
    {"body", Tag::kBody},
    {"br", Tag::kBr},
    {"button", Tag::kButton},
    {"canvas", Tag::kCanvas},
    {"caption", Tag::kCaption},
    {"center", Tag::kCenter},
    {"col", Tag::kCol},
    {"colgroup", Tag::kColgroup},
    {"datalist", Tag::kDatalist},
    {"dd", Tag::kDd},
    {"details", Tag::kDetails},
    {"dialog", Tag::kDialog},
    {"dir", Tag::kDir},
    {"div", Tag::kDiv},
    {"dl", Tag::kDl},
    {"dt", Tag::kDt},
    {"em", Tag::kEm},
    {"embed", Tag::kEmbed},
    {"fieldset", Tag::kFieldset},
    {"figcaption", Tag::kFigcaption},
    {"figure", Tag::kFigure},
    {"font", Tag::kFont},
    {"footer", Tag::kFooter},
    {"foreignobject", Tag::kForeignObject},
    {"form", Tag::kForm},
    {"frame", Tag::kFrame},
    {"frameset", Tag::kFrameset},
    {"h1", Tag::kH1},
    {"h2", Tag::kH2},
    {"h3", Tag::kH3},
    {"h4", Tag::kH4},
    {"h5", Tag::kH5},
    {"h6", Tag::kH6},
    {"head", Tag::kHead},
    {"header", Tag::kHeader},
    {"hgroup", Tag::kHgroup},
    {"hr", Tag::kHr},
    {"html", Tag::kHtml},
    {"i", Tag::kI},
    {"iframe", Tag::kIframe},
    {"image", Tag::kImg},
    {"img", Tag::kImg},
    {"input", Tag::kInput},
    {"label", Tag::kLabel},
    {"legend", Tag::kLegend},
    {"li", Tag::kLi},
    {"link", Tag::kLink},
    {"listing", Tag::kListing},
    {"main", Tag::kMain},
    {"marquee", Tag::kMarquee},
    {"math", Tag::kMath},
    {"menu", Tag::kMenu},
    {"meta", Tag::kMeta},
    {"meter", Tag::kSkipped},
    {"nav", Tag::kNav},
    {"noembed", Tag::kNoembed},
    {"noframes", Tag::kNoframes},
    {"noscript", Tag::kNoscript},
    {"object", Tag::kObject},
    {"ol", Tag::kOl},
    {"optgroup", Tag::kOptgroup},
    {"option", Tag::kOption},
    {"p", Tag::kP},
    {"param", Tag::kParam},
    {"plaintext", Tag::kPlaintext},
    {"pre", Tag::kPre},
    {"progress", Tag::kSkipped},
    {"script", Tag::kScript},
    {"search", Tag::kSearch},
    {"section", Tag::kSection},
    {"select", Tag::kSelect},
    {"source", Tag::kSource},
    {"span", Tag::kSpan},
    {"strong", Tag::kStrong},
    {"style", Tag::kStyle},
    {"summary", Tag::kSummary},
    {"sup", Tag::kSup},
    {"svg", Tag::kSvg},
    {"table", Tag::kTable},
    {"tbody", Tag::kTbody},
    {"td", Tag::kTd},
    {"template", Tag::kTemplate},
    {"textarea", Tag::kTextarea},
    {"tfoot", Tag::kTfoot},
    {"th", Tag::kTh},
    {"thead", Tag::kThead},
    {"time", Tag::kTime},
    {"title", Tag::kTitle},
    {"tr", Tag::kTr},
    {"track", Tag::kTrack},
    {"u", Tag::kU},
    {"ul", Tag::kUl},
    {"video", Tag::kVideo},
    {"wbr", Tag::kWbr},
    {"xmp", Tag::kXmp},
});

constexpr NameTable<Attr, 64> kAttrs({
    {"aria-label", Attr::kAriaLabel},
    {"charset", Attr::kCharset},
    {"class", Attr::kClass},
    {"colspan", Attr::kColspan},
    {"content", Attr::kContent},
    {"data-component", Attr::kDataComponent},
    {"data-testid", Attr::kDataComponent},
    {"datetime", Attr::kDatetime},
    {"href", Attr::kHref},
    {"http-equiv", Attr::kHttpEquiv},
    {"id", Attr::kId},
    {"itemprop", Attr::kItemprop},
    {"itemtype", Attr::kItemtype},
    {"lang", Attr::kLang},
    {"name", Attr::kName},
    {"property", Attr::kProperty},
    {"rel", Attr::kRel},
    {"role", Attr::kRole},
    {"rowspan", Attr::kRowspan},
    {"shadowrootmode", Attr::kShadowRoot},
    {"type", Attr::kType},
    {"xml:lang", Attr::kLang},
});

using Flags = std::array<std::uint16_t, static_cast<std::size_t>(Tag::kCount)>;

constexpr Flags make_flags() {
  Flags flags{};
  const auto add = [&flags](std::uint16_t bits, auto... tags) {
    ((flags[static_cast<std::size_t>(tags)] |= bits), ...);
  };
  using enum Tag;
  add(kBlock | kClosesP | kSpecial | kBreaksOut | kBreaksItem, kArticle, kAside, kBlockquote,
      kCenter, kDetails, kDir, kDl, kFieldset, kFigcaption, kFigure, kFooter, kH1, kH2, kH3, kH4,
      kH5, kH6, kHeader, kHgroup, kHr, kListing, kMain, kMenu, kNav, kOl, kPre, kSearch, kSection,
      kSummary, kTable, kUl, kXmp, kPlaintext);
  add(kBlock | kClosesP | kSpecial | kBreaksOut, kAddress, kDiv, kP, kDd, kDt, kLi, kDialog);
  add(kBlock | kClosesP | kSpecial | kBreaksItem, kForm);
  add(kBlock | kSpecial | kBreaksItem, kBody, kCaption, kTbody, kTd, kTfoot, kTh, kThead, kTr,
      kHtml, kDocument, kFrameset, kLegend);
  add(kSpecial | kBreaksItem, kButton, kMarquee, kObject, kApplet, kTemplate, kHead, kSelect,
      kForeignObject);
  add(kScope, kButton, kTable, kTd, kTh, kCaption, kHtml, kDocument, kObject, kMarquee, kApplet,
      kTemplate, kForeignObject);
  add(kVoid, kArea, kBase, kBr, kCol, kEmbed, kFrame, kHr, kImg, kInput, kLink, kMeta, kParam,
      kSource, kTrack, kWbr);
  add(kRawText, kIframe, kNoembed, kNoframes, kScript, kStyle, kTextarea, kTitle, kXmp, kPlaintext);
  add(kNotRead, kApplet, kAudio, kButton, kCanvas, kDatalist, kDialog, kEmbed, kHead, kIframe,
      kMath, kMenu, kNav, kNoembed, kNoframes, kObject, kOption, kOptgroup, kScript, kSearch,
      kSelect, kSkipped, kStyle, kSvg, kTemplate, kTextarea, kTitle, kVideo, kFrameset);
  add(kInHead, kBase, kLink, kMeta, kNoscript, kScript, kStyle, kTemplate, kTitle);
  add(kBreaksOut, kB, kBody, kBr, kEm, kHead, kI, kImg, kMeta, kSpan, kStrong, kSup, kU);
  add(kTablePart, kCaption, kCol, kColgroup, kTbody, kTd, kTfoot, kTh, kThead, kTr);
  add(kHeading, kH1, kH2, kH3, kH4, kH5, kH6);
  return flags;
}

constexpr Flags kFlags = make_flags();

}  // namespace

Tag tag_of(std::string_view name) { return kTags.find(name); }

Attr attr_of(std::string_view name) { return kAttrs.find(name); }

std::uint16_t flags_of(Tag tag) { return kFlags[static_cast<std::size_t>(tag)]; }

}  // namespace recount::html
