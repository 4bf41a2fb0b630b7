/* __LINE__ in calls on several lines, #line, __COUNTER__. */
__LINE__ __FILE__
#define L(x) x __LINE__
L(1) L(
2
) L(__LINE__
)
#line 100
__LINE__ __FILE__
#line 200 "other.c"
__LINE__ __FILE__
# 300 "third.c" 1 3
__LINE__ __FILE__
#define N 400 "com" 
#line N
__LINE__ __FILE__ __COUNTER__ __COUNTER__ __DATE__ __TIME__
a \
b __LINE__
