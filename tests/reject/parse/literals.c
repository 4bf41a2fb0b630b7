/* Constants that are none. */
int a = 0x; //~ syntax
int b = 089; //~ syntax
double c = 1.5zz; //~ syntax
int d = 12abc; //~ syntax
char e = ''; //~ syntax
double f = 0x1.8; //~ syntax
int g = 0b12; //~ syntax
int h = 1lul; //~ syntax
char i = '\xfff'; //~ syntax
char *j = "\x"; //~ syntax
void *k = L"a" u"b"; //~ syntax
