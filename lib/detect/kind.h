// What one kind of find is made of: gates, which say when a text is worth reading; patterns, which find candidates; and for each
// pattern a pure function that accepts a candidate, or cuts its span, or turns it down by check digits and the words around it.
// Each kind has a file of its own: phone.cc, idcard.cc, …
#ifndef WEIR_DETECT_KIND_H_
#define WEIR_DETECT_KIND_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "detect/detector.h"
#include "detect/glance.h"
#include "text/fold_table.h"

namespace weir::detect {

// A character past ASCII: Han, mostly. Wide on purpose: \p{Han} makes an automaton twenty times as large.
#define WEIR_WIDE "[^\\x00-\\x7f]"

// What a text must hold before a kind is asked: all the bits, and so many digits or Han numerals.
struct Gate {
  uint32_t bits = 0;
  uint32_t digits = 0;
  uint32_t without = 0;  // none of these bits
  uint32_t symbols = 0;  // and so many symbols in all
  bool operator==(const Gate&) const = default;
};

// A candidate in its reading; what accepts it may narrow [begin, end).
struct Candidate {
  std::string_view text;
  size_t begin = 0, end = 0;
  const View* view = nullptr;
  const text::AtomMap* map = nullptr;
};

inline std::string_view Text(const Candidate& find) { return find.text.substr(find.begin, find.end - find.begin); }
inline std::string_view Before(const Candidate& find) { return find.text.substr(0, find.begin); }
inline std::string_view After(const Candidate& find) { return find.text.substr(find.end); }
// Up to so many bytes before and after, perhaps cut inside a character.
std::string_view Before(const Candidate& find, size_t bytes);
std::string_view After(const Candidate& find, size_t bytes);
bool HasAny(std::string_view text, std::initializer_list<std::string_view> words);
bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> words);
bool StartsWithAny(std::string_view text, std::initializer_list<std::string_view> words);
// Does a document's, order's or file's number begin here: "快递单号：", "受理编号"?
bool IsReferenceNumber(const Candidate& find);
// A number everyone may ring: 110, 12345, 95xxx, 96xxx.
bool IsHotline(std::string_view digits);

struct Pattern {
  const char*
      before;  // a class of characters that may stand before a find, line breaks (both ends of a text) among them; null: any
  const char* core;   // the find
  const char* after;  // those that may stand behind it, likewise; null: any
  bool (*accept)(Candidate* find) = nullptr;
  bool numbers = false;                // reads Han numerals as digits too, where the plain reading found nothing
  const DetectorInfo* info = nullptr;  // null: the kind's
};

struct Kind {
  DetectorInfo info;
  std::span<const Gate> gates;  // any of them lets the text in
  std::span<const Pattern> patterns;
  bool by_default = true;
  bool (*could)(const Glance& glance) = nullptr;  // asked of a text that a gate let in; null: it could
};

extern const Kind kPhone, kEmail, kUrl, kIdCard, kBankCard, kIp, kPlate, kCreditCode, kPassport, kWechat, kQq, kContact,
    kContactId, kAddress, kDigits;

}  // namespace weir::detect

#endif  // WEIR_DETECT_KIND_H_
