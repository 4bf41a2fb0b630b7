// A script's number, which came as a floating one, is negated; the least int has no positive twin.
// Prototypes as in Lua's headers.
#include <stddef.h>
#include <stdint.h>

typedef struct lua_State lua_State;
double luaL_checknumber(lua_State *L, int index);
const char *lua_pushlstring(lua_State *L, const char *text, size_t n);

static uint32_t argument(lua_State *L, int index)
{
    union {
        double d;
        uint64_t bits;
    } u;
    u.d = luaL_checknumber(L, index);
    u.d += 6755399441055744.0;
    return (uint32_t)u.bits;
}

int to_hex(lua_State *L)
{
    uint32_t v = argument(L, 1);
    int32_t n = (int32_t)argument(L, 2);
    const char *digits = "0123456789abcdef";
    char text[8];
    if (n < 0) {
        n = -n; //~ integer-overflow
        digits = "0123456789ABCDEF";
    }
    if (n > 8)
        n = 8;
    for (int i = n; --i >= 0; v >>= 4)
        text[i] = digits[v & 15];
    lua_pushlstring(L, text, (size_t)n);
    return 1;
}
