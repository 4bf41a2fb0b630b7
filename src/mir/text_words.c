/* mir/text_words.c - the words of the text form, one table for writer and reader. */
#include "mir/text_internal.h"

const char *const mir_basic_words[MIR_BASIC_COUNT] = {
    [TYPE_ERROR] = "error",
    [TYPE_VOID] = "void",
    [TYPE_BOOL] = "bool",
    [TYPE_CHAR] = "char",
    [TYPE_SCHAR] = "schar",
    [TYPE_UCHAR] = "uchar",
    [TYPE_SHORT] = "short",
    [TYPE_USHORT] = "ushort",
    [TYPE_INT] = "int",
    [TYPE_UINT] = "uint",
    [TYPE_LONG] = "long",
    [TYPE_ULONG] = "ulong",
    [TYPE_LLONG] = "llong",
    [TYPE_ULLONG] = "ullong",
    [TYPE_INT128] = "int128",
    [TYPE_UINT128] = "uint128",
    [TYPE_FLOAT16] = "float16",
    [TYPE_BF16] = "bf16",
    [TYPE_FLOAT] = "float",
    [TYPE_DOUBLE] = "double",
    [TYPE_LDOUBLE] = "ldouble",
    [TYPE_FLOAT128] = "float128",
    [TYPE_FLOAT32] = "float32",
    [TYPE_FLOAT64] = "float64",
    [TYPE_FLOAT32X] = "float32x",
    [TYPE_FLOAT64X] = "float64x",
    [TYPE_DECIMAL32] = "decimal32",
    [TYPE_DECIMAL64] = "decimal64",
    [TYPE_DECIMAL128] = "decimal128",
    [TYPE_NULLPTR] = "nullptr_t",
};

const char *const mir_unary_words[MIR_UNARY_COUNT] = {
    [UN_PLUS] = "plus", [UN_MINUS] = "minus", [UN_NOT] = "not",
    [UN_LNOT] = "lnot", [UN_REAL] = "real",   [UN_IMAG] = "imag",
};

const char *const mir_binary_words[MIR_BINARY_COUNT] = {
    [BIN_MUL] = "*",  [BIN_DIV] = "/",   [BIN_REM] = "%",  [BIN_ADD] = "+",   [BIN_SUB] = "-",
    [BIN_SHL] = "<<", [BIN_SHR] = ">>",  [BIN_LT] = "<",   [BIN_GT] = ">",    [BIN_LE] = "<=",
    [BIN_GE] = ">=",  [BIN_EQ] = "==",   [BIN_NE] = "!=",  [BIN_AND] = "&",   [BIN_XOR] = "^",
    [BIN_OR] = "|",   [BIN_LAND] = "&&", [BIN_LOR] = "||", [BIN_COMMA] = ",",
};

const char *const mir_convert_words[MIR_CONVERT_COUNT] = {
    [CONVERT_NOOP] = "noop",
    [CONVERT_LVALUE] = "lvalue",
    [CONVERT_DECAY] = "decay",
    [CONVERT_INT] = "int",
    [CONVERT_INT_FLOAT] = "int_float",
    [CONVERT_FLOAT_INT] = "float_int",
    [CONVERT_FLOAT] = "float",
    [CONVERT_BOOL] = "bool",
    [CONVERT_INT_PTR] = "int_ptr",
    [CONVERT_PTR_INT] = "ptr_int",
    [CONVERT_PTR] = "ptr",
    [CONVERT_NULL] = "null",
    [CONVERT_VOID] = "void",
    [CONVERT_COMPLEX] = "complex",
    [CONVERT_VECTOR] = "vector",
    [CONVERT_UNION] = "union",
    [CONVERT_ERROR] = "error",
};

const char *const mir_flag_words[MIR_FLAG_COUNT] = {
    "volatile", "atomic", "implicit", "unsafe", "noreturn", "returns_twice", "init", "void_cast"};

const char *const mir_qual_words[MIR_QUAL_COUNT] = {
    "const", "volatile", "restrict", "atomic", "nullable", "nonnull", "null_unspecified"};

const char *const mir_inst_words[INST_OP_COUNT] = {
#define INST(e, m) [INST_##e] = m,
#include "mir/mir.def"
#undef INST
};
