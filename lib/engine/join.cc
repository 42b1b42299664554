#include "engine/join.h"

#include "text/fold_table.h"
#include "text/leet.h"
#include "text/sound.h"

namespace weir::engine {
namespace {

constexpr uint32_t kLeetBits = text::kLatinBit | text::kAtBit;

// Grows *symbols so that `count` more and a separator surely fit behind `used`.
void Reserve(size_t used, size_t count, std::vector<uint16_t>* symbols) {
  const size_t need = used + count + 1;
  if (symbols->size() < need) symbols->resize(need + need / 2);
}

}  // namespace

Joiner::Joiner(const Snapshot& snapshot, bool all, Buffers* buffers)
    : snapshot_(snapshot), all_(all), buffers_(*buffers) {
  buffers_.heard.clear();
}

void Joiner::Add(std::string_view text, Slot* slot) {
  const Needs& needs = snapshot_.needs;
  const size_t most = text::MaxSymbols(text.size());
  Reserve(used_, most, &buffers_.symbols);
  if (needs.sounds | needs.latin) Reserve(0, most, &buffers_.sounds);
  uint16_t* const out = buffers_.symbols.data() + used_;
  slot->folded = needs.sounds ? text::Fold(text, out, buffers_.sounds.data()) : text::Fold(text, out);
  slot->heard = buffers_.heard.size();
  slot->plain = used_;
  Close(slot->folded.symbols);
  slot->shapes = used_;
  if (needs.sounds) AddHeard(text, slot->folded.sounds, verify::Stream::kSound, needs.sound_index, slot);
  if (slot->folded.bits & (text::kShapeBit | kLeetBits)) [[unlikely]]
    AddRare(text, slot);
  slot->heard_end = buffers_.heard.size();
  slot->end = used_;
}

void Joiner::Skip(Slot* slot) {
  *slot = {};
  Reserve(used_, 0, &buffers_.symbols);
  slot->plain = used_;
  Close(0);
  slot->shapes = slot->end = used_;
  slot->heard = slot->heard_end = buffers_.heard.size();
}

// Ends a stream of `count` symbols that were just written.
void Joiner::Close(size_t count) {
  used_ += count;
  buffers_.symbols[used_++] = text::kSeparator;
}

// Matches the `count` symbols in `sounds`.
void Joiner::AddHeard(std::string_view text, size_t count, verify::Stream stream, const match::GramIndex& index,
                      Slot* slot) {
  buffers_.indexed.clear();
  index.Scan({buffers_.sounds.data(), count}, snapshot_.limits.raw_hits_per_text + 1, &buffers_.indexed);
  if (!buffers_.indexed.empty()) [[unlikely]]
    Keep(text, count, stream, slot);
}

void Joiner::Keep(std::string_view text, size_t count, verify::Stream stream, Slot* slot) {
  heard_ += buffers_.indexed.size();
  const bool shapes = stream == verify::Stream::kShapedSound, latin = stream == verify::Stream::kLatin;
  const bool asked = !all_ && !latin && buffers_.chance.Build(text, slot->folded.bits, count, shapes);
  for (const match::RawMatch& raw : buffers_.indexed) {
    const size_t size = snapshot_.patterns[raw.pattern].symbols.size();
    const verify::Match match{raw.pattern, raw.end - static_cast<uint32_t>(size), stream};
    if (!asked || MayStand(match, size)) buffers_.heard.push_back(match);
  }
}

bool Joiner::MayStand(const verify::Match& match, size_t size) const {
  return buffers_.chance.HasUnits(match.symbol, size, snapshot_.least_units[match.pattern]) &&
         buffers_.chance.MayStand(match, snapshot_.ForVerify());
}

// Look-alikes, and Latin letters: in a tenth of the comments each.
[[gnu::noinline]] void Joiner::AddRare(std::string_view text, Slot* slot) {
  const Needs& needs = snapshot_.needs;
  if (needs.shapes && (slot->folded.bits & text::kShapeBit)) AddShapes(text, slot);
  if (!needs.latin || !(slot->folded.bits & kLeetBits)) return;
  AddHeard(text, text::FoldLeet(text, buffers_.sounds.data()), verify::Stream::kLatin, needs.latin_index, slot);
}

void Joiner::AddShapes(std::string_view text, Slot* slot) {
  const Needs& needs = snapshot_.needs;
  const size_t count = slot->folded.symbols;
  Reserve(used_, count, &buffers_.symbols);
  const uint16_t* const plain = buffers_.symbols.data() + slot->plain;
  uint16_t* const shapes = buffers_.symbols.data() + used_;
  for (size_t i = 0; i < count; ++i) shapes[i] = text::ShapeSymbol(plain[i]);
  if (MayHoldShapes({plain, count}, {shapes, count})) Close(count);
  if (!needs.sounds) return;
  const size_t sounds = text::FoldSounds(text, true, buffers_.sounds.data());
  AddHeard(text, sounds, verify::Stream::kShapedSound, needs.sound_index, slot);
}

// Does a look-alike stand beside a character as it does in some term?
bool Joiner::MayHoldShapes(std::span<const uint16_t> plain, std::span<const uint16_t> shapes) const {
  const match::PairFilter& pairs = snapshot_.needs.shape_pairs;
  for (size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] == shapes[i]) continue;
    // Beyond an edge stands the separator, which no pair has: only a filter that lets all pass says yes.
    if (pairs.Contains(i > 0 ? shapes[i - 1] : text::kSeparator, shapes[i])) return true;
    if (pairs.Contains(shapes[i], i + 1 < shapes.size() ? shapes[i + 1] : text::kSeparator)) return true;
  }
  return false;
}

void SortMatches(const Snapshot& snapshot, std::span<const match::RawMatch> matches, const Slot& slot,
                 Buffers* buffers) {
  buffers->found.clear();
  size_t heard = slot.heard;
  const auto take_heard = [&](verify::Stream before) {
    while (heard < slot.heard_end && buffers->heard[heard].stream < before)
      buffers->found.push_back(buffers->heard[heard++]);
  };
  for (const match::RawMatch& match : matches) {
    const bool shape = match.end > slot.shapes;
    if (shape) take_heard(verify::Stream::kShape);
    const size_t begin = match.end - snapshot.patterns[match.pattern].symbols.size();
    buffers->found.push_back({match.pattern, static_cast<uint32_t>(begin - (shape ? slot.shapes : slot.plain)),
                              shape ? verify::Stream::kShape : verify::Stream::kPlain});
  }
  while (heard < slot.heard_end) buffers->found.push_back(buffers->heard[heard++]);
}

}  // namespace weir::engine
