// SQLite's connection is closed even where opening it has failed.
// Prototypes as in SQLite's header.
#include <stdio.h>

typedef struct sqlite3 sqlite3;
int sqlite3_open(const char *path, sqlite3 **db);
int sqlite3_close(sqlite3 *db);
const char *sqlite3_errmsg(sqlite3 *db);
int sqlite3_exec(sqlite3 *db, const char *sql, int (*f)(void *, int, char **, char **), void *u,
                 char **error);

int vacuum(const char *path)
{
    sqlite3 *db;
    if (sqlite3_open(path, &db) != 0) {
        fprintf(stderr, "%s\n", sqlite3_errmsg(db));
        sqlite3_close(db);
        return -1;
    }
    int result = sqlite3_exec(db, "VACUUM", NULL, NULL, NULL);
    sqlite3_close(db);
    return result;
}
