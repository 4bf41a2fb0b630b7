/* #pragma pack: what is in force at the closing brace counts. */
#pragma pack(push, 1)
struct one { char c; int i; };
#pragma pack(push)
#pragma pack(2)
struct two { char c; int i; };
#pragma pack(pop)
struct one_again { char c; int i; };
#pragma pack(push, name, 4)
struct four { char c; long i; };
#pragma pack(pop, name)
#pragma pack()
struct natural { char c; int i; };
#pragma pack(pop)
struct natural2 { char c; int i; };
_Static_assert(sizeof(struct one) == 5 && sizeof(struct two) == 6 && sizeof(struct one_again) == 5, "");
_Static_assert(sizeof(struct four) == 12 && sizeof(struct natural) == 8 && sizeof(struct natural2) == 8, "");
