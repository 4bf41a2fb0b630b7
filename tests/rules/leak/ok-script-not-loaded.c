// When the script does not load, the interpreter's state is closed. Prototypes as in Lua's headers.
#include <stddef.h>

typedef struct lua_State lua_State;
lua_State *luaL_newstate(void);
void lua_close(lua_State *L);
int luaL_loadfilex(lua_State *L, const char *path, const char *mode);
int lua_gettop(lua_State *L);

int run(const char *path)
{
    lua_State *L = luaL_newstate();
    if (!L)
        return -1;
    if (luaL_loadfilex(L, path, NULL) != 0) {
        lua_close(L);
        return -1;
    }
    int n = lua_gettop(L);
    lua_close(L);
    return n;
}
