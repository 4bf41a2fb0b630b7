// flags: -std=gnu2x
/* An unknown parameter of __has_embed, and then the end of the line: read for ever. */
#if __has_embed("x" unknown
#endif
#if __has_embed(f,...
#endif
