/* sema/print.c - corten dump types: what sema made of a unit.
 *
 * What comes in: a Unit after sema. What goes out: text, one record, enumeration or global a
 * paragraph, in the order in which they were declared:
 *
 *     struct point, size 8, align 4
 *         0    int x
 *         4    int y
 *     var   static int counter, size 4, align 4
 *         bytes 0: 01
 *     fun   int main(void), defined
 */
#include "sema/sema_internal.h"

static void print_record(const Type *t, Text *out)
{
    const Record *r = t->u.record;
    const char *spelled = type_spell(out->arena, t);
    if (!r->complete) {
        text_addf(out, "%s, incomplete\n", spelled);
        return;
    }
    text_addf(out, "%s, size %llu, align %u%s\n", spelled, (unsigned long long)r->size,
              (unsigned)r->align, r->packed ? ", packed" : "");
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        text_addf(out, "    %-5llu", (unsigned long long)f->offset);
        type_print(out, f->type, f->name ? f->name->text : "");
        if (f->is_bit_field)
            text_addf(out, " : %u at bit %u", (unsigned)f->bit_width, (unsigned)f->bit_offset);
        if (f->flexible)
            text_add(out, ", flexible");
        text_add_char(out, '\n');
    }
}

static void print_enum(const Type *t, Text *out)
{
    const EnumInfo *e = t->u.enum_info;
    text_addf(out, "%s", type_spell(out->arena, t));
    if (!e->complete) {
        text_add(out, ", incomplete\n");
        return;
    }
    text_addf(out, ", %s\n", type_spell(out->arena, e->underlying));
    for (uint32_t i = 0; i < e->constant_count; i++) {
        text_addf(out, "    %s = ", NAME_TEXT(e->constants[i]->name));
        text_add_i128(out, e->constants[i]->enum_value);
        text_add_char(out, '\n');
    }
}

static void print_global(const Unit *u, const Symbol *sym, Text *out)
{
    text_add(out, sym->kind == SYM_FUNCTION  ? "fun   "
                  : sym->kind == SYM_TYPEDEF ? "type  "
                                             : "var   ");
    if (sym->kind == SYM_VAR && sym->owner && sym->is_definition)
        text_add(out, "local "); /* static, inside a function */
    else if (sym->linkage == LINK_INTERNAL || (sym->storage & SPEC_STATIC))
        text_add(out, "static ");
    else if (!sym->is_definition)
        text_add(out, "extern ");
    type_print(out, sym->type, NAME_TEXT(sym->name));
    if (sym->asm_name)
        text_addf(out, " asm(\"%s\")", sym->asm_name);
    if (sym->function)
        text_add(out, sym->function->broken ? ", broken" : ", defined");
    if (sym->kind == SYM_VAR && type_is_complete(sym->type))
        text_addf(out, ", size %llu, align %u", (unsigned long long)type_bytes(sym->type),
                  sym->align > sym->type->align ? sym->align : sym->type->align);
    text_add_char(out, '\n');
    print_initialiser(u, sym, out);
}

void sema_print_types(const Unit *u, Text *out)
{
    for (uint32_t i = 0; i < u->tags.len; i++) {
        const Type *t = u->tags.data[i];
        if (t->kind == TYPE_ENUM)
            print_enum(t, out);
        else
            print_record(t, out);
    }
    for (uint32_t i = 0; i < u->globals.len; i++)
        print_global(u, u->globals.data[i], out);
}
