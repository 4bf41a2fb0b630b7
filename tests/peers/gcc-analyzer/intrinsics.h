/* What GCC's analyser tests ask GCC's analyser itself (gcc.dg/analyzer/analyzer-decls.h): nothing
 * happens at these calls. Without this model they would be calls of unknown code, which may keep,
 * change and release what they are given, and nothing behind them could be held against GCC's
 * expectations. */
#include <corten.h>

void __analyzer_break(void);
void __analyzer_describe(int verbosity, ...);
void __analyzer_dump(void);
void __analyzer_dump_capacity(const void *_Nullable ptr);
void __analyzer_dump_escaped(void);
void __analyzer_dump_exploded_nodes(int depth);
void __analyzer_dump_path(void);
void __analyzer_dump_region_model(void);
void __analyzer_dump_state(const char *_Nullable name, ...);
void __analyzer_eval(int truth);
