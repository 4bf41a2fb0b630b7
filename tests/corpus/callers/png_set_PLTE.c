/* CVE-2026-34757: what a getter gave is handed to the setter, which frees it before it copies it. */
#include "png.h"

void darken(png_structp png, png_infop info)
{
    png_color two[2] = { { 255, 255, 255 }, { 128, 128, 128 } };
    png_colorp palette;
    int colours;
    png_set_PLTE(png, info, two, 2);
    if (png_get_PLTE(png, info, &palette, &colours) == 0)
        return;
    for (int i = 0; i < colours; i++)
        palette[i].red /= 2;
    png_set_PLTE(png, info, palette, colours); // found here
}
