#include "verify/chance.h"

#include <algorithm>

#include "text/fold_table.h"
#include "text/pairs.h"
#include "text/utf8.h"

namespace weir::verify {
namespace {

using dictionary::SoundUnit;

constexpr uint32_t kNone = UINT32_MAX;

}  // namespace

bool Chance::Build(std::string_view text, uint32_t bits, size_t sounds, bool shapes) {
  shapes_ = shapes;
  units_.clear();
  run_begin_.clear();
  if (bits & (text::kLatinBit | text::kMultiBit)) return false;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const text::Decoded one = text::DecodeOne(p, end);
    p += one.length;
    const text::Entry entry = text::EntryOf(one.cp);
    const uint16_t sound = text::SoundOf(one.cp, entry, shapes);
    if (!text::IsSoundSymbol(sound)) continue;
    if (units_.empty() || units_.back().sound != sound) run_begin_.push_back(static_cast<uint32_t>(units_.size()));
    units_.push_back({static_cast<uint16_t>(entry.plain & text::kSymbolMask), sound,
                      shapes && (entry.plain & text::kShapeBit) != 0});
  }
  run_begin_.push_back(static_cast<uint32_t>(units_.size()));
  return run_begin_.size() == sounds + 1;
}

uint32_t Chance::ChooseUnits(uint32_t symbol, const Form& form, size_t run) const {
  const uint32_t begin = run_begin_[symbol + run], end = run_begin_[symbol + run + 1];
  const uint32_t need = form.runs[run].count, have = end - begin;
  if (have < need) return kNone;
  const bool inside = run > 0 && run + 1 < form.runs.size();
  const auto another = [&](const Unit& unit) { return unit.plain != units_[begin].plain; };
  if (inside && have != need && std::any_of(units_.begin() + begin, units_.begin() + end, another)) return kNone;
  return run == 0 && form.runs.size() > 1 ? end - need : begin;
}

// False when the unit is none of the term's, or a disguise that the term does not opt into.
bool Chance::AddUnit(const Unit& unit, const SoundUnit& want, const Form& form, Reading* reading) const {
  if (want.kind != SoundUnit::kCharacter && want.kind != SoundUnit::kPart) return false;  // Latin letters
  const uint16_t own = text::SymbolOf(want.cp);
  if (unit.plain != 0 && unit.plain == own) return true;
  if (want.kind == SoundUnit::kPart) return false;
  const bool emoji = unit.plain == 0;
  const bool shape = shapes_ && !emoji && text::ShapeSymbol(unit.plain) == text::ShapeSymbol(own);
  reading->disguised = true;
  reading->emoji |= emoji;
  reading->shape |= shape;
  return (form.variants & (shape ? dictionary::kShape : emoji ? dictionary::kEmojiVariant : dictionary::kSound)) != 0;
}

// False when a run is too short, or a unit does not fit.
bool Chance::Reads(uint32_t symbol, const Form& form, Reading* reading) const {
  size_t want = 0;
  for (size_t run = 0; run < form.runs.size(); ++run) {
    const uint32_t from = ChooseUnits(symbol, form, run);
    if (from == kNone) return false;
    if (run == 0) reading->first = from;
    for (uint32_t i = from; i < from + form.runs[run].count; ++i, ++want) {
      if (!AddUnit(units_[i], form.units[want], form, reading)) return false;
      reading->last = i;
    }
  }
  return true;
}

// As verify/price.h has it, of the letters of a place.
bool Chance::IsOrdinary(const Reading& reading) const {
  uint16_t previous = 0;
  for (uint32_t i = reading.first; i <= reading.last; ++i) {
    const uint16_t letter = units_[i].plain;
    if (letter == 0 || letter == previous) continue;
    if (previous != 0 && !text::OrdinaryPair(previous, letter)) return false;
    previous = letter;
  }
  return true;
}

bool Chance::HasShape(uint32_t symbol, size_t runs) const {
  return std::any_of(units_.begin() + run_begin_[symbol], units_.begin() + run_begin_[symbol + runs],
                     [](const Unit& unit) { return unit.shaped; });
}

bool Chance::MayStand(const Match& match, const Form& form, bool judged) const {
  Reading reading;
  if (!Reads(match.symbol, form, &reading) || !reading.disguised) return false;
  // Of a single run the place may depend on what stands beside it.
  const size_t runs = form.runs.size();
  if (shapes_ && runs > 1 && !reading.shape && !HasShape(match.symbol, runs)) return false;
  constexpr size_t kShort = 2;  // as in verify.cc
  const bool asked = judged && !reading.emoji && !form.meant && form.read.size() <= kShort;
  return !asked || !IsOrdinary(reading);
}

bool Chance::MayStand(const Match& match, const Terms& terms) const {
  return std::ranges::any_of(terms.patterns[match.pattern].spellings, [&](uint32_t spelling) {
    const Form& form = terms.forms[spelling];
    const bool allow = terms.terms[terms.spellings[spelling].term].role == dictionary::Role::kAllow;
    return form.alphabet == dictionary::Alphabet::kSound && MayStand(match, form, !allow);
  });
}

}  // namespace weir::verify
