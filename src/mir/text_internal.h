/* mir/text_internal.h - words of the text form that print.c writes and read.c reads. */
#ifndef CORTEN_MIR_TEXT_INTERNAL_H
#define CORTEN_MIR_TEXT_INTERNAL_H

#include "mir/mir.h"

enum { MIR_BASIC_COUNT = TYPE_KIND_COUNT, MIR_UNARY_COUNT = UN_EXTENSION + 1,
       MIR_BINARY_COUNT = BIN_COMMA + 1, MIR_CONVERT_COUNT = CONVERT_ERROR + 1,
       MIR_FLAG_COUNT = 8, MIR_QUAL_COUNT = 7 };

extern const char *const mir_basic_words[MIR_BASIC_COUNT];     /* NULL: a derived type */
extern const char *const mir_unary_words[MIR_UNARY_COUNT];     /* NULL: no instruction */
extern const char *const mir_binary_words[MIR_BINARY_COUNT];
extern const char *const mir_convert_words[MIR_CONVERT_COUNT];
extern const char *const mir_flag_words[MIR_FLAG_COUNT];       /* by bit */
extern const char *const mir_qual_words[MIR_QUAL_COUNT];       /* by bit */
extern const char *const mir_inst_words[INST_OP_COUNT];

#endif
