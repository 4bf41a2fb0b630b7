/* test_json.c - what is JSON is read and written back the same; what is not is refused. */
#include "json.h"
#include "testing.h"

#include <string.h>

static void expect_print(const struct json *j, unsigned indent, const char *wanted)
{
    struct strbuf b;
    strbuf_init(&b);
    assert_int_equal(json_print(j, indent, &b), 0);
    const char *s = strbuf_str(&b);
    REQUIRE(s != NULL);
    assert_string_equal(s, wanted);
    strbuf_drop(&b);
}

static void same(const char *text, const char *wanted)
{
    struct json j;
    struct json_error e;
    REQUIRE(json_parse(text, strlen(text), &j, &e) == 0);
    expect_print(&j, 0, wanted);
    json_drop(&j);
}

static void test_round_trip(void **state)
{
    (void)state;
    same("null", "null");
    same(" [ true , false ] ", "[true,false]");
    same("[]", "[]");
    same("{}", "{}");
    same("[0, -1, 2.5, 1e3, 1E+2, 25e-1, 0.1, 123456789012]",
         "[0,-1,2.5,1000,100,2.5,0.1,123456789012]");
    same("0.30000000000000004", "0.30000000000000004");
    same("{\"a\":{\"b\":[1,{\"c\":null}]},\"\":2}", "{\"a\":{\"b\":[1,{\"c\":null}]},\"\":2}");
    same("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\u0008\\u000c\\n\\u000d\\t\"");
    same("\"\\u0041\\u00e9\\u20ac\\ud83d\\ude00\\u0000\"",
         "\"A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\\u0000\"");
}

static void refuse(const char *text, size_t line, size_t column)
{
    struct json j;
    struct json_error e;
    REQUIRE(json_parse(text, strlen(text), &j, &e) != 0);
    assert_non_null(e.message);
    assert_int_equal(e.line, line);
    assert_int_equal(e.column, column);
}

static void test_refused(void **state)
{
    (void)state;
    refuse("", 1, 1);
    refuse("nul", 1, 4);
    refuse("[1,\n 2", 2, 3);
    refuse("[1,]", 1, 4);
    refuse("{\"a\" 1}", 1, 6);
    refuse("{a:1}", 1, 2);
    refuse("{\"a\":1,}", 1, 8);
    refuse("[1] 2", 1, 5);
    refuse("01", 1, 2);
    refuse("1.", 1, 3);
    refuse("-", 1, 2);
    refuse("1e", 1, 3);
    refuse("1e-+5", 1, 4);
    refuse("1e999", 1, 6);
    refuse("\"abc", 1, 5);
    refuse("\"\t\"", 1, 3);
    refuse("\"\\x\"", 1, 4);
    refuse("\"\\u12g4\"", 1, 7);
    refuse("\"\\ud800x\"", 1, 8);
    refuse("\"\\udc00\"", 1, 8);
    char deep[2000];
    memset(deep, '[', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    refuse(deep, 1, JSON_MAX_DEPTH + 1);
}

/* Every beginning of a text is refused, or is JSON itself; sanitizers watch. */
static void test_truncated(void **state)
{
    (void)state;
    static const char text[] =
        "{\"k\\u00e9y\":[1.5e2,true,null,{\"x\":\"\\ud83d\\ude00\"}],\"z\":-0}";
    for (size_t n = 0; n < sizeof text; n++) {
        struct json j;
        struct json_error e;
        int parsed = json_parse(text, n, &j, &e);
        assert_int_equal(parsed, n == sizeof text - 1 ? 0 : -1);
        if (parsed == 0)
            json_drop(&j);
    }
}

static void test_build_and_find(void **state)
{
    (void)state;
    struct json user, friends, v;
    json_init_object(&user);
    json_init_array(&friends);
    REQUIRE(json_init_text(&v, "Ann") == 0);
    assert_int_equal(json_append(&friends, &v), 0);
    json_init_number(&v, 12);
    assert_int_equal(json_append(&friends, &v), 0);
    assert_int_equal(json_set(&user, "friends", &friends), 0);
    json_init_bool(&v, true);
    assert_int_equal(json_set(&user, "ok", &v), 0);
    json_init_null(&v);
    assert_int_equal(json_append(&user, &v), -1);
    expect_print(&user, 0, "{\"friends\":[\"Ann\",12],\"ok\":true}");
    expect_print(&user, 2, "{\n  \"friends\": [\n    \"Ann\",\n    12\n  ],\n  \"ok\": true\n}");
    assert_int_equal(json_count(&user), 2);
    const struct json *found = json_find(&user, "friends.0");
    REQUIRE(found != NULL);
    assert_true(json_is_text(found, "Ann"));
    assert_null(json_find(&user, "friends.2"));
    assert_null(json_find(&user, "friends.x"));
    assert_null(json_find(&user, "enemies.0"));
    assert_null(json_find(&user, "ok.0"));
    assert_null(json_at(&user, 0));
    assert_ptr_equal(json_find(&user, ""), &user);
    assert_ptr_equal(json_get(&user, "ok"), json_find(&user, "ok"));
    json_drop(&user);
}

static void test_equal(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{\"a\":[1,\"x\"],\"b\":null}", "{\"b\":null,\"a\":[1,\"x\"]}", "{\"a\":[1,\"x\"]}",
        "{\"a\":[1,\"y\"],\"b\":null}", "{\"a\":[1],\"b\":null}",       "[1]",
    };
    struct json first, j;
    struct json_error e;
    REQUIRE(json_parse(texts[0], strlen(texts[0]), &first, &e) == 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        REQUIRE(json_parse(texts[i], strlen(texts[i]), &j, &e) == 0);
        assert_int_equal(json_equals(&first, &j), i < 2);
        json_drop(&j);
    }
    json_drop(&first);
    static const char *const twice[] = {"{\"a\":1,\"b\":3,\"a\":2}", "{\"b\":3,\"a\":2}"};
    REQUIRE(json_parse(twice[0], strlen(twice[0]), &first, &e) == 0);
    REQUIRE(json_parse(twice[1], strlen(twice[1]), &j, &e) == 0);
    assert_true(json_equals(&first, &j));
    assert_true(json_equals(&j, &first));
    assert_true(json_equals(&first, &first));
    json_drop(&first);
    json_drop(&j);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_truncated),  cmocka_unit_test(test_build_and_find),
        cmocka_unit_test(test_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
