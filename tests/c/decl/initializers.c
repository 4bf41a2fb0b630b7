/* Initialisers: nested, designated, ranges, GNU's old forms, compound literals. */
struct p { int x, y; };
struct s { int a; struct p p[3]; char name[8]; struct p q; };
int plain[] = { 1, 2, 3, };
int designated[] = { [5] = 1, [2] = 3, 4, [1 + 2] = 7 };
int ranges[10] = { [0 ... 3] = 1, [5 ... 9] = 2 };
int old_index[4] = { [2] 5, 6 };
struct p old_field = { x: 1, y: 2 };
struct s deep = { .p[1].x = 4, 5, .name = "abc", .q = { 1 }, .q.y = 9, .a = 1 };
struct s flat = { 1, 2, 3, 4, 5, 6, 7, { 'a', 'b' }, 8, 9 };
int empty_one[3] = {};
int scalar = { 3 };
char text[] = "text", braced[] = { "braced" }, exact[3] = "abc";
int matrix[2][2] = { { 1, 2 }, { 3, 4 } }, partial[2][2] = { 1, 2, 3 };
struct p *literal = &(struct p){ 1, 2 };
int *array_literal = (int[]){ 1, 2, 3 };
__typeof__((struct p){ 1, 2 }) same = { 1 };
int in_function(int n)
{
    struct p v = { n, n + 1 }, w = (struct p){ .y = n };
    int local[] = { [1] = n };
    return ((struct p){ n, 2 }).x + (struct p){ n, 3 }.y + v.x + w.y + local[1] + sizeof(struct p){ 1, 2 } + sizeof (int[]){ 1, 2 };
}
