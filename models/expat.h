/* models/expat.h - what Expat does.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 * Handlers and user data are kept; the parser is one object, with what hangs on it. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#else
#define OUTSIDE
#endif
#define KEPT __captured_by(program)

typedef struct XML_ParserStruct XML_ParserStruct;
#define PARSER XML_ParserStruct *__own_by(XML_ParserFree) _Nullable
PARSER XML_ParserCreate(const char *_Nullable encoding);
PARSER XML_ParserCreateNS(const char *_Nullable encoding, char separator);
PARSER XML_ExternalEntityParserCreate(XML_ParserStruct *_Nullable p, const char *_Nullable context,
                                      const char *_Nullable encoding);
void XML_ParserFree(PARSER p);
unsigned char XML_ParserReset(XML_ParserStruct *_Nullable p, const char *_Nullable encoding);
/* Calls the handlers with the user data, which they may write to. */
int XML_Parse(XML_ParserStruct *_Nullable KEPT p, const char *_Nullable s, int n, int final);
int XML_ParseBuffer(XML_ParserStruct *_Nullable KEPT p, int n, int final);
void *_Nullable XML_GetBuffer(XML_ParserStruct *_Nullable p, int n);
int XML_StopParser(XML_ParserStruct *_Nullable p, unsigned char resumable);
void XML_SetUserData(XML_ParserStruct *_Nullable p, void *_Nullable KEPT data);
int XML_SetEncoding(XML_ParserStruct *_Nullable p, const char *_Nullable encoding);
int XML_GetErrorCode(XML_ParserStruct *_Nullable p);
const char *_Null_unspecified XML_ErrorString(int error);
unsigned long XML_GetCurrentLineNumber(XML_ParserStruct *_Nullable p);
unsigned long XML_GetCurrentColumnNumber(XML_ParserStruct *_Nullable p);
long XML_GetCurrentByteIndex(XML_ParserStruct *_Nullable p);
const char *__static XML_ExpatVersion(void);
