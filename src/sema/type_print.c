/* sema/type_print.c - types in C's own syntax, for messages and dumps.
 *
 * What comes in: a type and perhaps a declared name. What goes out: "char *(*next)(int)". The one
 * idea: a declarator grows around its name, so everything before the name is printed on the way
 * from the pointer to the base, everything after it on the way back. A typedef name ends the walk:
 *
 *     text[3], where text is a typedef of `const char *`, prints as  text[3]  */
#include "sema/type_internal.h"

static const char *const kind_name[TYPE_KIND_COUNT] = {[TYPE_ERROR] = "<error>",
                                                       [TYPE_VOID] = "void",
                                                       [TYPE_BOOL] = "_Bool",
                                                       [TYPE_CHAR] = "char",
                                                       [TYPE_SCHAR] = "signed char",
                                                       [TYPE_UCHAR] = "unsigned char",
                                                       [TYPE_SHORT] = "short",
                                                       [TYPE_USHORT] = "unsigned short",
                                                       [TYPE_INT] = "int",
                                                       [TYPE_UINT] = "unsigned int",
                                                       [TYPE_LONG] = "long",
                                                       [TYPE_ULONG] = "unsigned long",
                                                       [TYPE_LLONG] = "long long",
                                                       [TYPE_ULLONG] = "unsigned long long",
                                                       [TYPE_INT128] = "__int128",
                                                       [TYPE_UINT128] = "unsigned __int128",
                                                       [TYPE_FLOAT16] = "_Float16",
                                                       [TYPE_BF16] = "__bf16",
                                                       [TYPE_FLOAT] = "float",
                                                       [TYPE_DOUBLE] = "double",
                                                       [TYPE_LDOUBLE] = "long double",
                                                       [TYPE_FLOAT128] = "_Float128",
                                                       [TYPE_FLOAT32] = "_Float32",
                                                       [TYPE_FLOAT64] = "_Float64",
                                                       [TYPE_FLOAT32X] = "_Float32x",
                                                       [TYPE_FLOAT64X] = "_Float64x",
                                                       [TYPE_DECIMAL32] = "_Decimal32",
                                                       [TYPE_DECIMAL64] = "_Decimal64",
                                                       [TYPE_DECIMAL128] = "_Decimal128",
                                                       [TYPE_NULLPTR] = "nullptr_t"};

static void print_quals(Text *out, uint32_t quals, bool after)
{
    static const struct {
        uint32_t bit;
        const char *name;
    } names[] = {{QUAL_CONST, "const"},
                 {QUAL_VOLATILE, "volatile"},
                 {QUAL_RESTRICT, "restrict"},
                 {QUAL_ATOMIC, "_Atomic"},
                 {QUAL_NULLABLE, "_Nullable"},
                 {QUAL_NONNULL, "_Nonnull"},
                 {QUAL_NULL_UNSPECIFIED, "_Null_unspecified"}};
    bool first = true;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (!(quals & names[i].bit))
            continue;
        if (after && !first)
            text_add_char(out, ' ');
        text_add(out, names[i].name);
        if (!after)
            text_add_char(out, ' ');
        first = false;
    }
}

static void print_tag(Text *out, const char *keyword, Name tag, Name typedef_name)
{
    if (!tag && typedef_name) {
        text_add(out, typedef_name->text);
        return;
    }
    text_add(out, keyword);
    text_add_char(out, ' ');
    text_add(out, tag ? tag->text : "<anonymous>");
}

static void print_base(Text *out, const Type *t)
{
    switch ((TypeKind)t->kind) {
    case TYPE_STRUCT: print_tag(out, "struct", t->u.record->tag, t->u.record->typedef_name); break;
    case TYPE_UNION: print_tag(out, "union", t->u.record->tag, t->u.record->typedef_name); break;
    case TYPE_ENUM:
        print_tag(out, "enum", t->u.enum_info->tag, t->u.enum_info->typedef_name);
        break;
    case TYPE_COMPLEX:
        text_add(out, "_Complex ");
        print_base(out, t->elem);
        break;
    case TYPE_BITINT:
        text_addf(out, "%s_BitInt(%u)", t->is_unsigned ? "unsigned " : "", t->width);
        break;
    case TYPE_VECTOR:
        text_addf(out, "__attribute__((vector_size(%llu))) ", (unsigned long long)t->size);
        type_print(out, t->elem, NULL);
        break;
    case TYPE_ERROR:
    case TYPE_VOID:
    case TYPE_BOOL:
    case TYPE_CHAR:
    case TYPE_SCHAR:
    case TYPE_UCHAR:
    case TYPE_SHORT:
    case TYPE_USHORT:
    case TYPE_INT:
    case TYPE_UINT:
    case TYPE_LONG:
    case TYPE_ULONG:
    case TYPE_LLONG:
    case TYPE_ULLONG:
    case TYPE_INT128:
    case TYPE_UINT128:
    case TYPE_FLOAT16:
    case TYPE_BF16:
    case TYPE_FLOAT:
    case TYPE_DOUBLE:
    case TYPE_LDOUBLE:
    case TYPE_FLOAT128:
    case TYPE_FLOAT32:
    case TYPE_FLOAT64:
    case TYPE_FLOAT32X:
    case TYPE_FLOAT64X:
    case TYPE_DECIMAL32:
    case TYPE_DECIMAL64:
    case TYPE_DECIMAL128:
    case TYPE_NULLPTR: text_add(out, kind_name[t->kind]); break;
    case TYPE_POINTER:
    case TYPE_ARRAY:
    case TYPE_FUNCTION:
    case TYPE_KIND_COUNT: break;
    }
}

static bool is_derived(const Type *t)
{
    return !t->alias &&
           (t->kind == TYPE_POINTER || t->kind == TYPE_ARRAY || t->kind == TYPE_FUNCTION);
}
static bool needs_parens(const Type *pointee)
{
    return !pointee->alias && (pointee->kind == TYPE_ARRAY || pointee->kind == TYPE_FUNCTION);
}

/* A blank between the base and what follows, unless a declarator has begun. */
static void space(Text *out)
{
    char last = out->len ? out->data[out->len - 1] : ' ';
    if (last != '*' && last != '(' && last != ' ')
        text_add_char(out, ' ');
}

static void print_before(Text *out, const Type *t)
{
    if (!is_derived(t)) {
        print_quals(out, t->quals & ~(uint32_t)(t->alias ? type_node(t)->alias_quals : 0), false);
        if (t->alias)
            text_add(out, t->alias->text);
        else
            print_base(out, t);
        return;
    }
    print_before(out, t->elem);
    if (t->kind != TYPE_POINTER)
        return;
    space(out);
    if (needs_parens(t->elem))
        text_add_char(out, '(');
    text_add_char(out, '*');
    print_quals(out, t->quals, true);
}

static void print_params(Text *out, const Type *t)
{
    text_add_char(out, '(');
    for (uint32_t i = 0; i < t->u.fn.count; i++) {
        if (i)
            text_add(out, ", ");
        type_print(out, t->u.fn.params[i].type, NULL);
    }
    if (t->u.fn.variadic)
        text_add(out, t->u.fn.count ? ", ..." : "...");
    else if (!t->u.fn.count && t->u.fn.has_proto)
        text_add(out, "void");
    text_add_char(out, ')');
}

static void print_after(Text *out, const Type *t)
{
    if (!is_derived(t))
        return;
    if (t->kind == TYPE_POINTER) {
        if (needs_parens(t->elem))
            text_add_char(out, ')');
    } else if (t->kind == TYPE_ARRAY) {
        if (t->vla == 2)
            text_add(out, "[*]");
        else if (t->incomplete)
            text_add(out, "[]");
        else
            text_addf(out, "[%llu]", (unsigned long long)t->u.array.count);
    } else {
        print_params(out, t);
    }
    print_after(out, t->elem);
}

void type_print(Text *out, const Type *t, const char *declared_name)
{
    print_before(out, t);
    if (declared_name && *declared_name) {
        space(out);
        text_add(out, declared_name);
    } else if (t->kind == TYPE_FUNCTION && !t->alias) {
        space(out);
    }
    print_after(out, t);
}

const char *type_spell(Arena *a, const Type *t)
{
    Text text;
    text_init(&text, a);
    type_print(&text, t, NULL);
    return text.data ? text.data : "";
}
