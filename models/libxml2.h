/* models/libxml2.h - what libxml2 does.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 * A document owns its nodes; a node that is put into a tree is the tree's. Strings that are the
 * caller's are freed by xmlFree, a pointer to free that programs call as such. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#else
#define OUTSIDE
#endif
#define KEPT __captured_by(program)

typedef unsigned char xmlChar;
typedef struct xmlDoc xmlDoc;
typedef struct xmlNode xmlNode;
typedef struct xmlAttr xmlAttr;
typedef struct xmlNs xmlNs;
typedef struct xmlBuffer xmlBuffer;
typedef struct xmlXPathContext xmlXPathContext;
typedef struct xmlXPathObject xmlXPathObject;
typedef struct xmlTextReader xmlTextReader;
#define DOC xmlDoc *__own_by(xmlFreeDoc) _Nullable
#define TEXT xmlChar *__own _Nullable
DOC xmlReadFile(const char *path, const char *_Nullable encoding, int options);
DOC xmlReadMemory(const char *p, int n, const char *_Nullable url, const char *_Nullable encoding,
                  int options);
DOC xmlParseFile(const char *path);
DOC xmlParseMemory(const char *p, int n);
DOC xmlParseDoc(const xmlChar *s);
DOC xmlNewDoc(const xmlChar *_Nullable version);
void xmlFreeDoc(DOC doc);
xmlNode *_Nullable xmlDocGetRootElement(const xmlDoc *_Nullable __lifetimebound doc);
TEXT xmlGetProp(const xmlNode *_Nullable node, const xmlChar *_Nullable name);
TEXT xmlNodeGetContent(const xmlNode *_Nullable node);
TEXT xmlNodeListGetString(xmlDoc *_Nullable doc, const xmlNode *_Nullable node, int inline_);
TEXT xmlStrdup(const xmlChar *_Nullable s);
TEXT xmlStrndup(const xmlChar *_Nullable s, int n);
int xmlStrcmp(const xmlChar *_Nullable a, const xmlChar *_Nullable b);
int xmlStrEqual(const xmlChar *_Nullable a, const xmlChar *_Nullable b);
int xmlStrlen(const xmlChar *_Nullable s);
xmlBuffer *__own_by(xmlBufferFree) _Nullable xmlBufferCreate(void);
void xmlBufferFree(xmlBuffer *__own_by(xmlBufferFree) _Nullable buf);
xmlXPathContext *__own_by(xmlXPathFreeContext) _Nullable
xmlXPathNewContext(xmlDoc *_Nullable KEPT doc);
void xmlXPathFreeContext(xmlXPathContext *__own_by(xmlXPathFreeContext) _Nullable c);
xmlXPathObject *__own_by(xmlXPathFreeObject) _Nullable
xmlXPathEvalExpression(const xmlChar *s, xmlXPathContext *_Nullable c);
void xmlXPathFreeObject(xmlXPathObject *__own_by(xmlXPathFreeObject) _Nullable o);
xmlTextReader *__own_by(xmlFreeTextReader) _Nullable xmlNewTextReaderFilename(const char *path);
void xmlFreeTextReader(xmlTextReader *__own_by(xmlFreeTextReader) _Nullable reader);
int xmlTextReaderRead(xmlTextReader *_Nullable reader);
int xmlSaveFile(const char *path, xmlDoc *_Nullable doc);
int xmlSaveFormatFileEnc(const char *path, xmlDoc *_Nullable doc, const char *_Nullable encoding,
                         int format);
void xmlInitParser(void);
void xmlCleanupParser(void);
