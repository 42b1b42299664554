// Texts on their way to the matchers: each is read in the alphabets that the pack asks for. The plain streams are joined behind one
// another for one call; what the indices find in the others is gathered at once.
#ifndef WEIR_ENGINE_JOIN_H_
#define WEIR_ENGINE_JOIN_H_

#include <span>
#include <string_view>

#include "engine/buffers.h"
#include "engine/snapshot.h"

namespace weir::engine {

class Joiner {
 public:
  // With `all` no match is left out that verify is sure to turn down: explain tells of them, too.
  Joiner(const Snapshot& snapshot, bool all, Buffers* buffers);

  void Add(std::string_view text, Slot* slot);
  // A text that is left out: empty streams.
  void Skip(Slot* slot);
  std::span<const uint16_t> Joined() const { return {buffers_.symbols.data(), used_}; }
  // Raw matches in the other streams, those among them that were left out.
  size_t heard() const { return heard_; }

 private:
  void Close(size_t count);
  void AddHeard(std::string_view text, size_t count, verify::Stream stream, const match::GramIndex& index, Slot* slot);
  void Keep(std::string_view text, size_t count, verify::Stream stream, Slot* slot);
  bool MayStand(const verify::Match& match, size_t size) const;
  void AddRare(std::string_view text, Slot* slot);
  void AddShapes(std::string_view text, Slot* slot);
  bool MayHoldShapes(std::span<const uint16_t> plain, std::span<const uint16_t> shapes) const;

  const Snapshot& snapshot_;
  const bool all_;
  Buffers& buffers_;
  size_t used_ = 0, heard_ = 0;
};

// Fills buffers->found with the raw matches of one text, by stream and with symbols counted in it; `matches` are those in the
// joined symbols.
void SortMatches(const Snapshot& snapshot, std::span<const match::RawMatch> matches, const Slot& slot,
                 Buffers* buffers);

}  // namespace weir::engine

#endif  // WEIR_ENGINE_JOIN_H_
