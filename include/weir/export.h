// WEIR_API marks what libweir exports; everything else has hidden visibility.
#ifndef WEIR_EXPORT_H_
#define WEIR_EXPORT_H_

#if defined(_WIN32)
#define WEIR_API
#else
#define WEIR_API [[gnu::visibility("default")]]
#endif

#endif  // WEIR_EXPORT_H_
