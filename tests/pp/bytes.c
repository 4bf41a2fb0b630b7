/* Splices, digraphs, UTF-8 and universal character names, stray bytes. */
in\
t a+\
\
+b; /\
* gone *\
/ "x\
y" // gone \
 too
%:define D(x) %:x x%:%:1
D(a) <: :> <% %>
café caf\u00e9 $d _\U000000e9
#define same(x) x##café
same(a)
@ ` \ × x
u8"a" u"b" U"c" L"d" L'e' R"(f\)" u8R"x(g")h)x" uR 'i'
.5.e+3 0x1p-2 1..2 1.2e+x ... .. a.b->c 1'2'
