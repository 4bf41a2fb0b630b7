/* syntax/pp_has.c - what __has_attribute, __has_builtin and __has_feature answer.
 *
 * In: a name. Out: what the emulated compiler would say, because the code that asks has been
 * written for it; only of our own attributes we say yes always.
 *
 * The one idea: the lists are data (has_attribute.def, has_builtin.def), with the first version
 * of each compiler that knows the name.
 *
 *     __has_attribute(counted_by)    GCC 12: 0, GCC 15: 1, Clang 18: 1 */
#include "syntax/pp_internal.h"

typedef struct Known {
    const char *name;
    uint8_t gcc, clang;
} Known; /* since; 0: never */

static bool since(const Pp *pp, const Known *k)
{
    if (pp->dialect->clang)
        return k->clang && (pp->clang == 0 || pp->clang >= k->clang);
    return k->gcc && (pp->gnuc == 0 || pp->gnuc >= k->gcc);
}

static bool in_table(const Pp *pp, const Known *table, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(table[i].name, name) == 0)
            return since(pp, &table[i]);
    return false;
}

static bool gnu_attribute(const Pp *pp, const char *name)
{
    static const Known table[] = {
#define ATTRIBUTE(n, gcc, clang) {#n, gcc, clang},
#include "syntax/has_attribute.def"
    };
    return in_table(pp, table, COUNT_OF(table), name);
}

/* C23 6.7.13.2: the date at which the attribute got its meaning. */
static long standard_attribute(const Pp *pp, const char *name)
{
    static const struct {
        Known known;
        long gcc, clang;
    } table[] = {
        {{"deprecated", 1, 1}, 201904, 201904},    {{"fallthrough", 1, 1}, 201904, 201904},
        {{"maybe_unused", 1, 1}, 201904, 201904},  {{"nodiscard", 1, 1}, 202003, 201904},
        {{"noreturn", 13, 15}, 202202, 202202},    {{"_Noreturn", 13, 15}, 202202, 202202},
        {{"unsequenced", 15, 20}, 202207, 202207}, {{"reproducible", 15, 20}, 202207, 202207},
    };
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if (strcmp(table[i].known.name, name) == 0 && since(pp, &table[i].known))
            return pp->dialect->clang ? table[i].clang : table[i].gcc;
    return 0;
}

static const char *bare(const Pp *pp, const char *name)
{
    size_t n = strlen(name);
    if (n > 4 && memcmp(name, "__", 2) == 0 && memcmp(name + n - 2, "__", 2) == 0)
        return arena_strndup(pp->arena, name + 2, n - 4);
    return name;
}

/* `known` is the operator that asks. */
bool pp_attribute_known(const Pp *pp, const char *scope, const char *name, uint32_t known,
                        long *value)
{
    bool clang = pp->dialect->clang;
    *value = 0;
    name = bare(pp, name);
    if (strncmp(name, "corten_", 7) == 0) {
        *value = 1;
    } else if (scope) {
        scope = bare(pp, scope);
        if (strcmp(scope, "corten") == 0)
            *value = 1;
        else if (strcmp(scope, "gnu") == 0 || (clang && strcmp(scope, "clang") == 0))
            *value = gnu_attribute(pp, name);
        if (clang && known == KNOWN___has_c_attribute && pp->dialect->std < STD_C23)
            *value = 0;
    } else if (known == KNOWN___has_c_attribute || known == KNOWN___has_cpp_attribute) {
        *value = clang && pp->dialect->std < STD_C23 ? 0 : standard_attribute(pp, name);
        if (!*value && !clang)
            *value = 0;
    } else if (known == KNOWN___has_attribute) {
        *value = gnu_attribute(pp, name);
        if (!*value && !clang) /* GCC answers for standard attributes as well */
            *value = standard_attribute(pp, name) != 0;
    }
    return *value != 0;
}

bool pp_builtin_known(const Pp *pp, Name name)
{
    static const Known table[] = {
#define BUILTIN(n, gcc, clang) {#n, gcc, clang},
#include "syntax/has_builtin.def"
    };
    if (strncmp(name->text, "__builtin_ia32_", 15) == 0)
        return pp_defined(pp, names_intern(pp->names, "__x86_64__", 10)) ||
               pp_defined(pp, names_intern(pp->names, "__i386__", 8));
    return in_table(pp, table, COUNT_OF(table), name->text);
}

bool pp_feature_known(const Pp *pp, const char *name, bool extension)
{
    /* clang-format off */
    static const char *const always[] = {
        "attribute_analyzer_noreturn", "attribute_availability",
        "attribute_availability_app_extension", "attribute_availability_in_templates",
        "attribute_availability_swift", "attribute_availability_tvos",
        "attribute_availability_watchos", "attribute_availability_with_message",
        "attribute_availability_with_replacement", "attribute_availability_with_strict",
        "attribute_availability_with_version_underscores", "attribute_cf_consumed",
        "attribute_cf_returns_not_retained", "attribute_cf_returns_on_parameters",
        "attribute_cf_returns_retained", "attribute_deprecated_with_message",
        "attribute_deprecated_with_replacement", "attribute_diagnose_if_objc",
        "attribute_ext_vector_type", "attribute_ns_consumed", "attribute_ns_consumes_self",
        "attribute_ns_returns_not_retained", "attribute_ns_returns_retained",
        "attribute_objc_ivar_unused", "attribute_objc_method_family",
        "attribute_overloadable", "attribute_unavailable_with_message",
        "attribute_unused_on_fields", "enumerator_attributes", "nullability",
        "nullability_on_arrays", "nullability_nullable_result", "tls", "assume_nonnull",
        "swiftasynccc",
    };
    static const char *const c11[] = {
        "c_alignas", "c_alignof", "c_atomic", "c_generic_selections", "c_static_assert",
        "c_thread_local",
    };
    static const char *const extensions[] = {
        "pragma_clang_attribute_namespaces", "pragma_clang_attribute_external_declaration",
        "statement_attributes_with_gnu_syntax", "gnu_asm", "gnu_asm_goto_with_outputs",
        "matrix_types_scalar_division", "cxx_binary_literals",
    };
    /* clang-format on */
    name = bare(pp, name);
    if (!pp->dialect->clang) /* GCC has the operators since 14, for sanitizers and few more */
        return false;
    for (size_t i = 0; i < COUNT_OF(always); i++)
        if (strcmp(always[i], name) == 0)
            return true;
    for (size_t i = 0; i < COUNT_OF(c11); i++)
        if (strcmp(c11[i], name) == 0)
            return extension || pp->dialect->std >= STD_C11;
    for (size_t i = 0; i < COUNT_OF(extensions) && extension; i++)
        if (strcmp(extensions[i], name) == 0)
            return true;
    return false;
}
