extern char *dup_text();
extern void free_text(char *);
