/* models/lua.h - what Lua's C interface does, in versions 5.1 to 5.4.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 * A script's values come from outside. A text that Lua gives lives as long as its value is on the
 * stack, which nobody can follow here: it belongs to the state. Of functions that the versions
 * declare in two ways, this is 5.4's; what only the older ones have stands beside it.
 * Whatever may raise an error may not return, by longjmp; what the caller owns is then lost, which is
 * not said here. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#else
#define OUTSIDE
#endif
#define NORETURN __attribute__((noreturn))
#define KEPT __captured_by(program)

typedef __SIZE_TYPE__ size_t;
typedef struct lua_State lua_State;
typedef double lua_Number;
typedef long long lua_Integer;
typedef int (*lua_CFunction)(lua_State *L);
#define STATE lua_State *__own_by(lua_close) _Nullable

STATE luaL_newstate(void);
void lua_close(STATE L);

OUTSIDE lua_Number lua_tonumber(lua_State *L, int index);
OUTSIDE lua_Number lua_tonumberx(lua_State *L, int index, int *_Nullable is);
OUTSIDE lua_Integer lua_tointeger(lua_State *L, int index);
OUTSIDE lua_Integer lua_tointegerx(lua_State *L, int index, int *_Nullable is);
int lua_toboolean(lua_State *L, int index);
OUTSIDE const char *_Null_unspecified lua_tolstring(lua_State *L, int index, size_t *_Nullable n);
OUTSIDE size_t lua_objlen(lua_State *L, int index);
OUTSIDE unsigned long long lua_rawlen(lua_State *L, int index);
const char *__static lua_typename(lua_State *L, int type);

OUTSIDE lua_Number luaL_checknumber(lua_State *L, int index);
OUTSIDE lua_Number luaL_optnumber(lua_State *L, int index, lua_Number or_else);
OUTSIDE lua_Integer luaL_checkinteger(lua_State *L, int index);
OUTSIDE lua_Integer luaL_optinteger(lua_State *L, int index, lua_Integer or_else);
OUTSIDE const char *luaL_checklstring(lua_State *L, int index, size_t *_Nullable n);
OUTSIDE const char *_Null_unspecified luaL_optlstring(lua_State *L, int index,
                                                      const char *_Nullable or_else,
                                                      size_t *_Nullable n);
void *luaL_checkudata(lua_State *L, int index, const char *type);

void lua_pushnumber(lua_State *L, lua_Number n);
void lua_pushinteger(lua_State *L, lua_Integer n);
const char *lua_pushlstring(lua_State *L, const char *_Nullable __sized_by(n) text, size_t n);
const char *_Null_unspecified lua_pushstring(lua_State *L, const char *_Nullable text);
const char *lua_pushfstring(lua_State *L, const char *format, ...);
void lua_pushcclosure(lua_State *L, lua_CFunction f, int n);
void lua_pushboolean(lua_State *L, int b);
void lua_pushlightuserdata(lua_State *L, void *_Nullable KEPT p);

int lua_gettop(lua_State *L);
void lua_settop(lua_State *L, int index);
void lua_pushvalue(lua_State *L, int index);
int lua_checkstack(lua_State *L, int n);
int lua_type(lua_State *L, int index);
int lua_isnumber(lua_State *L, int index);
int lua_isstring(lua_State *L, int index);
int lua_next(lua_State *L, int index);

int luaL_loadfilex(lua_State *L, const char *_Nullable path, const char *_Nullable mode);
int luaL_loadbufferx(lua_State *L, const char *__sized_by(n) text, size_t n, const char *_Nullable name,
                     const char *_Nullable mode);
int luaL_loadstring(lua_State *L, const char *text);
void luaL_openlibs(lua_State *L);

NORETURN int lua_error(lua_State *L);
NORETURN int luaL_error(lua_State *L, const char *format, ...);
NORETURN int luaL_argerror(lua_State *L, int index, const char *text);
NORETURN int luaL_typeerror(lua_State *L, int index, const char *type);
NORETURN int luaL_typerror(lua_State *L, int index, const char *type);
