// Owners of Hyperscan's objects, for those who include it.
#ifndef WEIR_MATCH_HS_HANDLES_H_
#define WEIR_MATCH_HS_HANDLES_H_

#include <hs/hs.h>

#include <memory>

namespace weir::match {

struct FreeHsDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct FreeHsScratch {
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
using HsDatabase = std::unique_ptr<hs_database_t, FreeHsDatabase>;
using HsScratch = std::unique_ptr<hs_scratch_t, FreeHsScratch>;

}  // namespace weir::match

#endif  // WEIR_MATCH_HS_HANDLES_H_
