/* Parts of an object that are initialised twice, C17 6.7.9p19; where it is open, as GCC does it. */
#include <stdio.h>
struct p {
    int x, y;
};
struct q {
    struct p p;
    int z;
};
struct p a1[2] = {[0] = {1, 2}, [1] = {3, 4}, [0] = {.x = 9}};
struct p a2[2] = {[0] = {1, 2}, [0].x = 9};
struct q b1 = {.p = {1, 2}, .p.x = 7, .z = 3, .p = {.y = 5}};
struct q b2 = {.p.x = 7, .p.y = 8, .p = {.y = 5}};
struct p base = {1, 2};
union u {
    int i;
    struct p p;
    char c[8];
};
union u u1 = {.p = {1, 2}, .i = 3};
union u u2 = {.p.x = 1, .p.y = 2};
union u u3 = {.i = 77, .p.y = 2};
int arr[3][2] = {{1, 2}, {3, 4}, [0] = {5}, [1][1] = 6};
int arr2[3][2] = {1, 2, 3, 4, [0] = {5}};
char s[2][4] = {"abc", "def", [0] = {'x'}};
char s2[2][4] = {"abc", "def", [0][1] = 'Z'};
char s3[4] = {"abc"};
int rr[6] = {[0 ... 5] = 1, [2] = 5, [3 ... 4] = 6};
struct p ra[4] = {[0 ... 3] = {1, 2}, [1].x = 8, [2] = {.y = 4}};
struct {
    int a : 3, b : 5;
    struct p p;
} bf = {1, 2, .p = {1, 2}, .b = 4, .p = {}};
int main(void)
{
    struct p l1[2] = {[0] = {1, 2}, [1] = {3, 4}, [0] = {.x = 9}};
    struct q l2 = {.p = base, .p.x = 7, .z = 3};
    struct q l3 = {.p = base, .p = {.y = 5}};
    union u l4 = {.i = 77, .p.y = 2};
    struct p lra[4] = {[0 ... 3] = {1, 2}, [1].x = 8, [2] = {.y = 4}};
    int k = 4;
    int larr[3][2] = {{1, k}, {3, 4}, [0] = {k + 1}, [1][1] = 6};
#define P(p) printf("%d %d\n", p.x, p.y)
    P(a1[0]);
    P(a1[1]);
    P(a2[0]);
    P(b1.p);
    P(b2.p);
    P(u1.p);
    P(u2.p);
    P(u3.p);
    P(l1[0]);
    P(l2.p);
    P(l3.p);
    P(l4.p);
    for (int i = 0; i < 4; i++) {
        P(ra[i]);
        P(lra[i]);
    }
    for (int i = 0; i < 3; i++)
        printf("%d %d %d %d %d %d\n", arr[i][0], arr[i][1], arr2[i][0], arr2[i][1], larr[i][0],
               larr[i][1]);
    for (int i = 0; i < 4; i++)
        printf("%d %d %d %d %d\n", s[0][i], s[1][i], s2[0][i], s2[1][i], s3[i]);
    for (int i = 0; i < 6; i++)
        printf("%d ", rr[i]);
    printf("\n%d %d ", bf.a, bf.b);
    P(bf.p);
    return 0;
}
