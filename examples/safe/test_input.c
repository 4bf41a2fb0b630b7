/* test_input.c - files whole and by lines, with and without a newline at the end. */
#include "input.h"
#include "testing.h"

#include <string.h>

static FILE *file_of(const char *text)
{
    FILE *f = tmpfile();
    REQUIRE(f != NULL);
    assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
    rewind(f);
    return f;
}

static void test_whole(void **state)
{
    (void)state;
    struct strbuf b;
    FILE *f = file_of("one\ntwo");
    strbuf_init(&b);
    assert_int_equal(strbuf_add(&b, "> "), 0);
    assert_int_equal(input_read(f, &b), 0);
    assert_true(strbuf_is(&b, "> one\ntwo"));
    fclose(f);
    assert_int_equal(input_read_file("/does/not/exist", &b), -1);
    assert_int_equal(input_read_file("/", &b), -1);
    strbuf_drop(&b);
}

static void test_lines(void **state)
{
    (void)state;
    static const char *const lines[] = {"one", "", "three"};
    static const char *const texts[] = {"one\n\nthree", "one\n\nthree\n"};
    for (size_t t = 0; t < 2; t++) {
        struct strbuf b;
        FILE *f = file_of(texts[t]);
        strbuf_init(&b);
        for (size_t i = 0; i < 3; i++) {
            assert_int_equal(input_line(f, &b), 1);
            assert_true(strbuf_is(&b, lines[i]));
        }
        assert_int_equal(input_line(f, &b), 0);
        strbuf_drop(&b);
        fclose(f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
