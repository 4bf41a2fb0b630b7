/* Words that are nearly right. */
strct point { int x, y; }; //~ syntax
unsinged int u; //~ syntax
enum color { RED, GREEN };
enum colour c = RED; //~ syntax
int f(struct pont *p, int total)
{
    if (total + 1 = 3) //~ syntax
        return totl; //~ syntax
    return p->x; //~ syntax
}
